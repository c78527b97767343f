package jp.michishirube.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.michishirube.organization.Role;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Whatever a token says: rights are only those that exact, known names give, and nobody becomes a system by what is not said. */
class RandomClaimsTest {

    private static final OidcSettings SETTINGS = OidcSettingsOf.names("systems[0].client", "city-api", "systems[0].scopes", "cases:read",
            "claims.roles", "roles, realm_access.roles");

    @Property(tries = 3000)
    void ofAPersonNothingIsMoreThanExactNamesGive(@ForAll("claims") Map<String, Object> claims) {
        Identity read = new ReadIdentity(SETTINGS).of("somebody", Claims.ofToken(claims));
        assertThat(read.person().system()).isFalse();
        assertThat(read.person().roles().stream().map(Role::name).toList()).isSubsetOf(texts(claims.get("roles") == null ? claims.get("realm_access") : claims.get("roles")));
        assertThat(read.person().roles().isEmpty()).isEqualTo(SignedInUser.authorities(read.person()).isEmpty());
        if (read.person().roles().stream().anyMatch(Role::isOffice)) {
            assertThat(List.of(read.person().office())).isSubsetOf(texts(claims.get("office")));
        } else {
            assertThat(read.person().office()).isNull();
        }
    }

    @Property(tries = 3000)
    void aCallerIsASystemOnlyByItsNamedClientAndHasNoMoreThanItsScopes(@ForAll("claims") Map<String, Object> claims) {
        Jwt token = new Jwt("t", Instant.EPOCH, Instant.EPOCH.plusSeconds(1), Map.of("alg", "RS256"), subject(claims));
        ApiCaller caller;
        try {
            caller = new ReadCaller(SETTINGS, new ApiTokenRules(SETTINGS, Clock.systemUTC()), new ReadIdentity(SETTINGS)).convert(token);
        } catch (InvalidBearerTokenException refused) {
            return;
        }
        Set<String> granted = new HashSet<>(caller.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList());
        if (caller.person().system()) {
            assertThat(claims).satisfiesAnyOf(c -> assertThat(c).containsEntry("azp", "city-api"), c -> assertThat(c).containsEntry("client_id", "city-api"));
            assertThat(granted).isSubsetOf("SCOPE_cases:read");
            assertThat(granted.isEmpty() || texts(claims.get("scope") == null ? claims.get("scp") : claims.get("scope")).stream()
                    .anyMatch(text -> List.of(text.split("\\s+")).contains("cases:read"))).isTrue();
        } else {
            granted.removeIf(authority -> authority.startsWith("SCOPE_"));
            assertThat(granted).hasSameSizeAs(caller.person().roles());
        }
    }

    private static Map<String, Object> subject(Map<String, Object> claims) {
        Map<String, Object> all = new HashMap<>(claims);
        all.put("sub", claims.get("sub") instanceof String text && !text.isEmpty() ? text : "somebody");
        return all;
    }

    /** All texts at any depth. */
    private static Set<String> texts(Object value) {
        Set<String> all = new HashSet<>();
        if (value instanceof String text) {
            all.add(text);
        } else if (value instanceof Collection<?> list) {
            list.forEach(one -> all.addAll(texts(one)));
        } else if (value instanceof Map<?, ?> object) {
            object.values().forEach(one -> all.addAll(texts(one)));
        }
        return all;
    }

    @Provide
    Arbitrary<Map<String, Object>> claims() {
        Arbitrary<String> names = Arbitraries.of("roles", "office", "realm_access", "sub", "azp", "client_id", "scope", "scp", "idtyp", "name",
                "family_name", "preferred_username", "email", "acr");
        return Arbitraries.maps(names, values(3)).ofMaxSize(9);
    }

    private static Arbitrary<Object> values(int depth) {
        Arbitrary<Object> texts = Arbitraries.of("REVIEWER", "CARE_MANAGER", "OFFICE_LEADER", "reviewer", "REVIEWER ", "AOBA", "CHUO", "", " ", "city-api",
                "michishirube-web", "service-account-city-api", "app", "cases:read", "cases:read plans:read", "\u0000", "\uD800").map(t -> t);
        Arbitrary<Object> plain = Arbitraries.oneOf(texts, Arbitraries.longs().map(n -> n), Arbitraries.of(true, false).map(b -> b), Arbitraries.just(1.5));
        if (depth == 0) {
            return plain;
        }
        Arbitrary<Object> lists = values(depth - 1).list().ofMaxSize(3).map(ArrayList::new);
        Arbitrary<Object> objects = Arbitraries.maps(Arbitraries.of("roles", "REVIEWER", "0"), values(depth - 1)).ofMaxSize(2).map(HashMap::new);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(5, plain), net.jqwik.api.Tuple.of(3, lists), net.jqwik.api.Tuple.of(1, objects));
    }
}
