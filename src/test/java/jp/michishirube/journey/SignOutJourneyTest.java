package jp.michishirube.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jp.michishirube.testing.ProductTest;
import jp.michishirube.testing.Surroundings;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Signing out where the provider is of another origin, as it is in every city: the form posts to us, and its answer leads to the provider and
 * back, which the browser follows only where our policy for forms names the provider.
 */
@ProductTest
@ExtendWith(Chromium.class)
class SignOutJourneyTest {

    @LocalServerPort int port;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bothSessionsEndAndTheNextPersonIsAskedWhoTheyAre(boolean script) {
        String product = "http://localhost:" + port;
        String provider = Surroundings.outside().url();
        assertThat(provider).as("another origin").isNotEqualTo(product);
        try (Desk desk = new Desk(product, 1280, 900, script).signIn("aoba1").sees("佐藤 恵")) {
            List<String> led = new ArrayList<>();
            desk.page.onRequest(r -> {
                if (r.isNavigationRequest()) {
                    led.add(r.method() + " " + r.url().replaceAll("\\?.*", ""));
                }
            });
            desk.press("サインアウト");
            desk.page.waitForURL(url -> url.startsWith(provider + "/login"));
            assertThat(led).startsWith("POST " + product + "/logout", "GET " + provider + "/connect/logout", "GET " + product + "/").endsWith("GET " + provider + "/login");
            assertThat(desk.page.locator("input[name=username]")).hasValue("");

            desk.page.navigate(product + "/inbox");
            assertThat(desk.page.locator("input[name=password]")).isVisible();
            desk.signIn("review1").sees("中村 由美");
            assertThat(desk.page.locator("body")).not().containsText("佐藤 恵");
        }
    }
}
