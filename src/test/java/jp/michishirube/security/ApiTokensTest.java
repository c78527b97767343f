package jp.michishirube.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.michishirube.organization.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Tokens that a provider really signed, and which of them open the API, for whom, with which scopes. */
class ApiTokensTest {

    private static SignedTokens provider;
    private static OidcSettings settings;
    private static ProviderTokens tokens;

    @BeforeAll
    static void start() throws Exception {
        provider = new SignedTokens();
        settings = OidcSettingsOf.names("issuer", provider.address() + "/", "systems[0].client", "city-api", "systems[0].scopes", "cases:read, plans:read",
                "systems[1].client", "kc-api", "systems[1].subject", "0f8fad5b", "systems[1].scopes", "cases:read");
        ProviderHttp http = new ProviderHttp(Duration.ofSeconds(20), Duration.ofSeconds(20));
        tokens = new ProviderTokens(new Provider(settings, http, Clock.systemUTC()), http);
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    static Stream<Arguments> refused() {
        return Stream.of(Arguments.of("without an end", "JWT", claims("exp", null)),
                Arguments.of("made for a year", "JWT", claims("exp", Instant.now().plus(Duration.ofDays(365)).getEpochSecond())),
                Arguments.of("past its end", "JWT", claims("exp", Instant.now().getEpochSecond() - 600)),
                Arguments.of("not yet", "JWT", claims("nbf", Instant.now().getEpochSecond() + 600)),
                Arguments.of("an end that is no time", "JWT", claims("exp", "tomorrow")),
                Arguments.of("of another issuer", "JWT", claims("iss", "https://elsewhere.example.jp")),
                Arguments.of("for another audience", "JWT", claims("aud", "other-api")),
                Arguments.of("for no audience", "JWT", claims("aud", null)),
                Arguments.of("an audience in a list in a list", "JWT", claims("aud", List.of(List.of("michishirube-api")))),
                Arguments.of("an ID token by its nonce", "JWT", claims("nonce", "n")),
                Arguments.of("an ID token by its hash", "JWT", claims("at_hash", "h")),
                Arguments.of("an ID token as Keycloak marks it", "JWT", claims("typ", "ID")),
                Arguments.of("a refresh token as Keycloak marks it", "JWT", claims("typ", "Refresh")),
                Arguments.of("a logout token", "JWT", claims("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))),
                Arguments.of("a logout token by its header", "logout+jwt", claims()),
                Arguments.of("given to the browsers' client", "JWT", claims("azp", "michishirube-web")),
                Arguments.of("given to nobody", "JWT", claims("azp", null)),
                Arguments.of("given to two", "JWT", claims("client_id", "other")),
                Arguments.of("given to a list", "JWT", claims("azp", List.of("city-api"))),
                Arguments.of("of nobody", "JWT", claims("sub", null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatIsNoAccessTokenForThisApiIsRefused(String what, String type, Map<String, Object> claims) {
        assertThatThrownBy(() -> read(type, claims)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void anAccessTokenOfEachOfTheCommonTypesIsTaken() throws Exception {
        for (String type : Arrays.asList("JWT", "at+jwt", "application/at+jwt", null)) {
            assertThat(read(type, claims()).getSubject()).isEqualTo("city-api");
        }
        assertThat(read("JWT", claims("typ", "Bearer")).getSubject()).isEqualTo("city-api");
    }

    @Test
    void aSystemIsANamedClientByItsOwnTokenWithTheScopesOfBoth() throws Exception {
        ApiCaller caller = caller(claims("scope", "profile cases:read roster:write"));
        assertThat(caller.person().system()).isTrue();
        assertThat(caller.person().id()).isEqualTo("city-api");
        assertThat(authorities(caller)).containsExactly("SCOPE_cases:read");
        assertThat(caller(claims("azp", "kc-api", "sub", "0f8fad5b")).person().system()).as("by the subject in the settings").isTrue();
        assertThat(caller(claims("azp", "kc-api", "sub", "x", "preferred_username", "service-account-kc-api")).person().system()).isTrue();
        assertThat(caller(claims("azp", "kc-api", "sub", "x", "idtyp", "app")).person().system()).isTrue();
    }

    @Test
    void aSystemWithRolesOfPeopleHasNoneAndOneThatNobodyNamedIsRefused() throws Exception {
        ApiCaller caller = caller(claims("roles", List.of("REVIEWER"), "name", "city-api"));
        assertThat(authorities(caller)).containsExactly("SCOPE_cases:read");
        assertThat(caller.person().roles()).isEmpty();
        assertThatThrownBy(() -> caller(claims("azp", "stranger", "sub", "stranger", "roles", List.of("REVIEWER"))))
                .isInstanceOf(InvalidBearerTokenException.class);
        assertThatThrownBy(() -> caller(claims("azp", "stranger", "sub", "u-1", "preferred_username", "service-account-stranger")))
                .isInstanceOf(InvalidBearerTokenException.class);
    }

    @Test
    void aPersonsTokenWithoutARoleIsNoSystemAndMayNotEnter() throws Exception {
        ApiCaller nobody = caller(claims("sub", "u-1"));
        assertThat(nobody.person().system()).isFalse();
        assertThat(nobody.mayEnter()).isFalse();
        ApiCaller reviewer = caller(claims("sub", "u-1", "roles", List.of("REVIEWER")));
        assertThat(reviewer.person().roles()).containsExactly(Role.REVIEWER);
        assertThat(reviewer.mayEnter()).isTrue();
        assertThat(authorities(reviewer)).containsExactlyInAnyOrder("ROLE_REVIEWER", "SCOPE_cases:read");
    }

    @Test
    void scopesAreATextOrAListOfTextsAndNothingElse() throws Exception {
        assertThat(authorities(caller(claims("scope", List.of("cases:read", "plans:read"))))).containsExactlyInAnyOrder("SCOPE_cases:read", "SCOPE_plans:read");
        assertThat(authorities(caller(claims("scope", "cases:read cases:read")))).containsExactly("SCOPE_cases:read");
        assertThat(authorities(caller(claims("scope", null, "scp", "plans:read")))).containsExactly("SCOPE_plans:read");
        for (Object odd : new Object[] {List.of(List.of("cases:read")), Map.of("cases:read", true), 1, List.of("cases:read", 1), "cases:readx", ""}) {
            assertThat(authorities(caller(claims("scope", odd, "scp", "cases:read")))).as("%s", odd).isEmpty();
        }
    }

    @Test
    void theTokenStandsInOneHeaderOnce() {
        MockHttpServletRequest twice = new MockHttpServletRequest("GET", "/api/v1/cases");
        twice.addHeader("Authorization", "Bearer a");
        twice.addHeader("Authorization", "Bearer b");
        MockHttpServletRequest joined = new MockHttpServletRequest("GET", "/api/v1/cases");
        joined.addHeader("Authorization", "Bearer a, Bearer b");
        for (MockHttpServletRequest request : List.of(twice, joined)) {
            assertThatThrownBy(() -> new OneBearer().resolve(request)).isInstanceOf(OAuth2AuthenticationException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token=a", "access_token", "q=1&access_token=a", "access%5Ftoken=a", "%61ccess_token=a", "a=b;access_token=c", "+access_token=a",
        "ACCESS_TOKEN=a", "%zz=a"})
    void noTokenStandsInTheAddressAlsoBesideARightHeader(String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/cases");
        request.addHeader("Authorization", "Bearer a");
        assertThat(new OneBearer().resolve(request)).isEqualTo("a");
        request.setQueryString("q=access_token");
        assertThat(new OneBearer().resolve(request)).isEqualTo("a");
        request.setQueryString(query);
        assertThatThrownBy(() -> new OneBearer().resolve(request)).isInstanceOf(OAuth2AuthenticationException.class);
    }

    private static Jwt read(String type, Map<String, Object> claims) throws Exception {
        return tokens.access(provider.of(type, claims), new ApiTokenRules(settings, Clock.systemUTC()));
    }

    private static ApiCaller caller(Map<String, Object> claims) throws Exception {
        return new ReadCaller(settings, new ApiTokenRules(settings, Clock.systemUTC()), new ReadIdentity(settings)).convert(read("JWT", claims));
    }

    private static List<String> authorities(ApiCaller caller) {
        return caller.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList();
    }

    /** A good token of a system, but for these names and values in turn; null takes a claim away. */
    private static Map<String, Object> claims(Object... changed) {
        Map<String, Object> claims = new HashMap<>(Map.of("iss", provider == null ? "" : provider.address(), "sub", "city-api", "azp", "city-api",
                "aud", List.of("michishirube-api", "account"), "iat", Instant.now().getEpochSecond(), "exp", Instant.now().getEpochSecond() + 300,
                "scope", "cases:read"));
        for (int i = 0; i < changed.length; i += 2) {
            if (changed[i + 1] == null) {
                claims.remove(changed[i]);
            } else {
                claims.put((String) changed[i], changed[i + 1]);
            }
        }
        return claims;
    }
}
