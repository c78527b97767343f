package jp.michishirube.journey;

import jp.michishirube.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;

/** The sandbox's pages in a browser: a newcomer meets its sign-in page before any of ours. */
@ExtendWith(Chromium.class)
class OutsideWorldJourneyTest {

    private static ConfigurableApplicationContext sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(0, 0, "http://localhost:1", null);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void itsPagesStandTheChecksOnADeskAndOnATablet() {
        for (int width : new int[] {1280, 820, 400}) {
            try (Desk desk = new Desk("http://localhost:" + Sandbox.port(sandbox), width, 900)) {
                desk.go("/").check("sandbox-home");
                desk.go("/login").check("sandbox-login");
                desk.go("/mail").check("sandbox-mail");
                desk.go("/cityos").check("sandbox-cityos");
                desk.go("/phone").check("sandbox-phones-" + width).go("/phone?lang=en").sees("Somebody's telephone").check("sandbox-phones-en");
                desk.page.locator(".phones a").first().click();
                if (desk.page.locator("form[action$=friend]").count() > 0) {
                    desk.press("Add as a friend");
                }
                desk.fill("Write", "Hello").press("Send").sees("Hello").check("sandbox-phone-" + width);
                desk.go("/phone?lang=ja").go("/telephones").check("sandbox-telephones-" + width);
            }
        }
    }
}
