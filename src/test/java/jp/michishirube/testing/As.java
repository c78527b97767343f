package jp.michishirube.testing;

import java.util.Set;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.security.Callers;
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
        return Callers.session(new Person(id, name, Set.of(roles), office, false));
    }

    /** A system with these scopes, as by client credentials. */
    public static RequestPostProcessor system(String... scopes) {
        return Callers.system("demo-api", scopes);
    }

    /** A person's own token with these scopes, as a program on their desk sends it. */
    public static RequestPostProcessor token(String id, String name, String office, Role role, String... scopes) {
        return Callers.token(new Person(id, name, Set.of(role), office, false), scopes);
    }

    public static RequestPostProcessor aoba1Token(String... scopes) {
        return token("aoba1", "佐藤 恵", "AOBA", Role.CARE_MANAGER, scopes);
    }

    public static RequestPostProcessor review1Token(String... scopes) {
        return token("review1", "中村 由美", null, Role.REVIEWER, scopes);
    }
}
