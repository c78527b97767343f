package jp.michishirube.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.michishirube.testing.ProductTest;
import jp.michishirube.testing.Surroundings;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Signing out where the provider is of another origin, as it is in every city: our answer is a form that is posted to the provider and leads
 * back, which the browser sends only where our policy for forms names the provider.
 */
@ProductTest
@ExtendWith(Chromium.class)
class SignOutJourneyTest {

    @LocalServerPort int port;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bothSessionsEndAndTheNextPersonIsAskedWhoTheyAre(boolean script) {
        signsOut("http://localhost:" + port, Surroundings.outside().url(), script);
    }

    static void signsOut(String product, String provider, boolean script) {
        assertThat(provider).as("another origin").isNotEqualTo(product);
        try (Desk desk = new Desk(product, script ? 1280 : 400, 900, script).signIn("aoba1").sees("佐藤 恵")) {
            List<String> led = new CopyOnWriteArrayList<>();
            desk.page.onRequest(r -> {
                if (r.isNavigationRequest()) {
                    led.add(r.method() + " " + r.url());
                }
            });
            desk.press("サインアウト");
            if (!script) {
                desk.sees("このパソコンを次に使う人").picture("sign-out-no-script").press("サインアウトを終える");
            }
            desk.page.waitForURL(url -> url.startsWith(provider + "/login"));
            assertThat(led.stream().map(step -> step.replaceAll("\\?.*", ""))).startsWith("POST " + product + "/logout", "POST " + provider + "/connect/logout", "GET " + product + "/")
                    .endsWith("GET " + provider + "/login");
            assertThat(led).as("an ID token in an address").noneMatch(step -> step.contains("id_token_hint") || step.contains("eyJ"));
            assertThat(desk.page.locator("input[name=username]")).hasValue("");

            desk.page.navigate(product + "/inbox");
            assertThat(desk.page.locator("input[name=password]")).isVisible();
            desk.signIn("review1").sees("中村 由美");
            assertThat(desk.page.locator("body")).not().containsText("佐藤 恵");
        }
    }
}
