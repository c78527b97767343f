package jp.michishirube.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** What is known of somebody before sign-in: sealed, with the browser, for minutes, and no session. */
class BeforeSignInTest {

    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");

    private static SealedCookies cookies(String secret, Instant now) {
        return new SealedCookies(secret, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static OAuth2AuthorizationRequest request(String state) {
        return OAuth2AuthorizationRequest.authorizationCode().authorizationUri("https://login.example.jp/authorize").clientId("web")
                .redirectUri("https://plans.example.jp/login/oauth2/code/michishirube").scopes(Set.of("openid", "profile")).state(state)
                .additionalParameters(p -> p.putAll(Map.of("nonce", "hash", "code_challenge", "c")))
                .attributes(a -> a.putAll(Map.of("registration_id", "michishirube", "code_verifier", "secret-verifier", "nonce", "n"))).build();
    }

    /** The browser's next request with the cookies of an answer. */
    private static MockHttpServletRequest next(String uri, MockHttpServletResponse answer) {
        MockHttpServletRequest next = new MockHttpServletRequest("GET", uri);
        next.setCookies(Arrays.stream(answer.getCookies()).filter(c -> c.getMaxAge() != 0).toArray(Cookie[]::new));
        return next;
    }

    @Test
    void theRequestToTheProviderComesBackWholeAndUnread() {
        SignInUnderWay signIns = new SignInUnderWay(cookies("s", NOW), new ObjectMapper());
        MockHttpServletResponse answer = new MockHttpServletResponse();
        signIns.saveAuthorizationRequest(request("state-1"), new MockHttpServletRequest(), answer);
        assertThat(answer.getHeader("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Max-Age=600").doesNotContain("secret-verifier", "state-1");
        MockHttpServletRequest back = next("/login/oauth2/code/michishirube", answer);
        back.setParameter("state", "state-1");
        OAuth2AuthorizationRequest found = signIns.removeAuthorizationRequest(back, new MockHttpServletResponse());
        assertThat(found).usingRecursiveComparison().ignoringFields("authorizationRequestUri").isEqualTo(request("state-1"));
        back.setParameter("state", "state-2");
        assertThat(signIns.loadAuthorizationRequest(back)).isNull();
        assertThat(back.getSession(false)).isNull();
    }

    @Test
    void twoTabsSignInAtOnceAndManyDoNotFillTheHeaders() {
        SignInUnderWay signIns = new SignInUnderWay(cookies("s", NOW), new ObjectMapper());
        MockHttpServletRequest browser = new MockHttpServletRequest();
        for (int tab = 1; tab <= 3; tab++) {
            MockHttpServletResponse answer = new MockHttpServletResponse();
            signIns.saveAuthorizationRequest(request("state-" + tab), browser, answer);
            Cookie[] all = java.util.stream.Stream.concat(Arrays.stream(browser.getCookies() == null ? new Cookie[0] : browser.getCookies()),
                    Arrays.stream(answer.getCookies())).toArray(Cookie[]::new);
            browser.setCookies(all);
        }
        browser.setParameter("state", "state-1");
        assertThat(signIns.loadAuthorizationRequest(browser)).isNotNull();
        MockHttpServletResponse fourth = new MockHttpServletResponse();
        signIns.saveAuthorizationRequest(request("state-4"), browser, fourth);
        assertThat(Arrays.stream(fourth.getCookies()).filter(c -> c.getMaxAge() == 0)).hasSize(3);
    }

    @Test
    void aCookieOfAnotherKeyNameOrTimeOrAChangedOneIsNone() {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        cookies("s", NOW).put(new MockHttpServletRequest(), answer, "A", "値");
        MockHttpServletRequest next = next("/", answer);
        assertThat(cookies("s", NOW.plus(Duration.ofMinutes(9))).get(next, "A")).contains("値");
        assertThat(cookies("s", NOW.plus(Duration.ofMinutes(11))).get(next, "A")).isEmpty();
        assertThat(cookies("other", NOW).get(next, "A")).isEmpty();
        String sealed = next.getCookies()[0].getValue();
        for (String changed : new String[] {"", "x", sealed.substring(1), sealed.replace(sealed.charAt(20), sealed.charAt(20) == 'A' ? 'B' : 'A'), "!!"}) {
            next.setCookies(new Cookie("A", changed));
            assertThat(cookies("s", NOW).get(next, "A")).as(changed).isEmpty();
        }
        next.setCookies(new Cookie("B", sealed));
        assertThat(cookies("s", NOW).get(next, "B")).as("of another name").isEmpty();
        assertThat(cookies("", NOW).get(next, "A")).as("without a secret each start has its own key").isEmpty();
    }

    @Test
    void thePlaceToGoOnWithIsAPageOfOurs() {
        PlaceBeforeSignIn places = new PlaceBeforeSignIn(cookies("s", NOW));
        MockHttpServletRequest asked = new MockHttpServletRequest("GET", "/cases/2026-00001-2");
        asked.setQueryString("tab=x");
        asked.addHeader("Accept", "text/html");
        MockHttpServletResponse answer = new MockHttpServletResponse();
        places.saveRequest(asked, answer);
        assertThat(places.getRequest(next("/", answer), answer).getRedirectUrl()).isEqualTo("/cases/2026-00001-2?tab=x");
        assertThat(asked.getSession(false)).isNull();
        for (String foreign : new String[] {"//evil.example/x", "/\\evil.example", "https://evil.example/"}) {
            MockHttpServletRequest bad = new MockHttpServletRequest("GET", foreign);
            bad.addHeader("Accept", "text/html");
            MockHttpServletResponse none = new MockHttpServletResponse();
            places.saveRequest(bad, none);
            assertThat(none.getCookies()).as(foreign).isEmpty();
        }
        MockHttpServletRequest script = new MockHttpServletRequest("GET", "/signed-in");
        script.addHeader("Accept", "application/json");
        MockHttpServletResponse none = new MockHttpServletResponse();
        places.saveRequest(script, none);
        assertThat(none.getCookies()).isEmpty();
    }

    @Test
    void theTokenOfFormsMakesNoSession() {
        NoSessionBeforeSignIn tokens = new NoSessionBeforeSignIn();
        MockHttpServletRequest anonymous = new MockHttpServletRequest("POST", "/inbox/many");
        tokens.saveToken(tokens.generateToken(anonymous), anonymous, new MockHttpServletResponse());
        assertThat(anonymous.getSession(false)).isNull();
        anonymous.getSession();
        var token = tokens.generateToken(anonymous);
        tokens.saveToken(token, anonymous, new MockHttpServletResponse());
        assertThat(tokens.loadToken(anonymous).getToken()).isEqualTo(token.getToken());
    }
}
