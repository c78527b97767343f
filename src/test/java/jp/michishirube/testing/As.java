package jp.michishirube.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.michishirube.organization.Role;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who asks, for MockMvc: the demo accounts as the identity provider describes them, and systems with scopes. */
public final class As {

    private As() {}

    public static RequestPostProcessor aoba1() {
        return person("aoba1", "佐藤 恵", "AOBA", Role.CARE_MANAGER, Role.OFFICE_LEADER);
    }

    public static RequestPostProcessor aoba2() {
        return person("aoba2", "鈴木 健", "AOBA", Role.CARE_MANAGER);
    }

    public static RequestPostProcessor wakakusa1() {
        return person("wakakusa1", "髙橋 美咲", "WAKAKUSA", Role.CARE_MANAGER, Role.OFFICE_LEADER);
    }

    public static RequestPostProcessor review1() {
        return person("review1", "中村 由美", null, Role.REVIEWER);
    }

    public static RequestPostProcessor review2() {
        return person("review2", "小林 誠", null, Role.REVIEWER);
    }

    public static RequestPostProcessor roster1() {
        return person("roster1", "加藤 浩", null, Role.ROSTER_MANAGER);
    }

    public static RequestPostProcessor admin1() {
        return person("admin1", "吉田 管理", null, Role.PROCESS_ADMIN);
    }

    public static RequestPostProcessor machi1() {
        return person("machi1", "斎藤 一郎", null, Role.NEIGHBOURHOOD_LEADER);
    }

    public static RequestPostProcessor person(String id, String name, String office, Role... roles) {
        List<GrantedAuthority> authorities = Arrays.stream(roles).<GrantedAuthority>map(r -> new SimpleGrantedAuthority("ROLE_" + r)).toList();
        return oidcLogin().authorities(authorities).idToken(token -> {
            token.subject(id).claim("name", name).claim("roles", Arrays.stream(roles).map(Enum::name).toList());
            if (office != null) {
                token.claim("office", office);
            }
        });
    }

    /** A system with these scopes, as by client credentials. */
    public static RequestPostProcessor system(String... scopes) {
        return jwt().authorities(Arrays.stream(scopes).map(s -> new SimpleGrantedAuthority("SCOPE_" + s)).toArray(GrantedAuthority[]::new))
                .jwt(token -> token.subject("demo-api").claim("scope", String.join(" ", scopes)));
    }

    /** A person's own token with these scopes, as a program on their desk sends it. */
    public static RequestPostProcessor token(String id, String name, String office, Role role, String... scopes) {
        List<GrantedAuthority> authorities = Stream.concat(Stream.of("ROLE_" + role), Arrays.stream(scopes).map(s -> "SCOPE_" + s))
                .<GrantedAuthority>map(SimpleGrantedAuthority::new).toList();
        return jwt().authorities(authorities).jwt(token -> {
            token.subject(id).claim("name", name).claim("roles", List.of(role.name())).claim("scope", String.join(" ", scopes));
            if (office != null) {
                token.claim("office", office);
            }
        });
    }

    public static RequestPostProcessor aoba1Token(String... scopes) {
        return token("aoba1", "佐藤 恵", "AOBA", Role.CARE_MANAGER, scopes);
    }

    public static RequestPostProcessor review1Token(String... scopes) {
        return token("review1", "中村 由美", null, Role.REVIEWER, scopes);
    }
}
