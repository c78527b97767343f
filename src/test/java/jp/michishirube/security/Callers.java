package jp.michishirube.security;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.organization.Person;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who asks, for MockMvc, by the product's own kinds of callers. What a token must be for that is another test's business. */
public final class Callers {

    private static final OidcSettings SETTINGS = OidcSettingsOf.names("systems[0].client", "city-api", "systems[0].scopes", "cases:read, tasks:read, consents:write",
            "claims.roles", "roles, realm_access.roles");

    private Callers() {}

    /** A browser session. */
    public static RequestPostProcessor session(Person person) {
        return oidcLogin().oidcUser(user(person));
    }

    /** For acts without a request: what stands in the security context of a session. */
    public static Authentication signedIn(Person person) {
        return new OAuth2AuthenticationToken(user(person), SignedInUser.authorities(person), "michishirube");
    }

    /** A person's own token at the API. */
    public static RequestPostProcessor token(Person person, String... scopes) {
        List<GrantedAuthority> all = new ArrayList<>(SignedInUser.authorities(person));
        return authentication(new ApiCaller(jwt(person.id()), person, with(all, scopes)));
    }

    /** A system's token. */
    public static RequestPostProcessor system(String client, String... scopes) {
        Person system = new Person(client, client, Set.of(), null, true, "");
        return authentication(new ApiCaller(jwt(client), system, with(new ArrayList<>(), scopes)));
    }

    /** A browser session of whom the provider says this: read by the product's own settings, as at the sign-in. */
    public static RequestPostProcessor sessionOf(String subject, Map<String, Object> claims) {
        return session(new ReadIdentity(SETTINGS).of(subject, Claims.ofToken(claims)).person());
    }

    /** The caller whom a token with these claims makes; nobody where it is refused. */
    public static Optional<RequestPostProcessor> tokenOf(String subject, Map<String, Object> claims) {
        Jwt token = new Jwt("token", Instant.now(), Instant.now().plusSeconds(600), Map.of("alg", "RS256"), with(claims, subject));
        try {
            return Optional.of(authentication(new ReadCaller(SETTINGS, new ApiTokenRules(SETTINGS, Clock.systemUTC()), new ReadIdentity(SETTINGS)).convert(token)));
        } catch (InvalidBearerTokenException refused) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> with(Map<String, Object> claims, String subject) {
        Map<String, Object> all = new HashMap<>(claims);
        all.put("sub", subject);
        return all;
    }

    static SignedInUser user(Person person) {
        Map<String, Object> claims = new HashMap<>(Map.of("sub", person.id(), "iss", "https://provider.example.jp", "aud", List.of("michishirube-web")));
        OidcIdToken token = new OidcIdToken("token", Instant.now(), Instant.now().plusSeconds(600), claims);
        return new SignedInUser(token, new Identity(person, null, List.of()), Instant.now(), Instant.now());
    }

    private static Jwt jwt(String subject) {
        return Jwt.withTokenValue("token").header("alg", "RS256").subject(subject).issuedAt(Instant.now()).expiresAt(Instant.now().plusSeconds(600)).build();
    }

    private static List<GrantedAuthority> with(List<GrantedAuthority> all, String... scopes) {
        Arrays.stream(scopes).forEach(scope -> all.add(new SimpleGrantedAuthority("SCOPE_" + scope)));
        return all;
    }
}
