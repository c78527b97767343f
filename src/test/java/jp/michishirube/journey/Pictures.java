package jp.michishirube.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures of pages in {@code target/screenshots}, for people to look at. Chromium now and then never finishes one of a very long page,
 * or says that it cannot take one: that is no fault of the page, so that a picture is asked for twice and then done without.
 */
final class Pictures {

    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final double MILLIS = 20_000;

    private Pictures() {}

    static void ofScreen(Page page, String name) {
        take(name, () -> page.screenshot(new Page.ScreenshotOptions().setPath(file(name)).setTimeout(MILLIS)));
    }

    static void ofWholePage(Page page, String name) {
        take(name, () -> {
            page.bringToFront();
            page.screenshot(new Page.ScreenshotOptions().setPath(file(name)).setFullPage(true).setTimeout(MILLIS));
        });
    }

    static void of(Locator part, String name) {
        take(name, () -> part.screenshot(new Locator.ScreenshotOptions().setPath(file(name)).setTimeout(MILLIS)));
    }

    private static Path file(String name) {
        return FOLDER.resolve(name + ".png");
    }

    private static void take(String name, Runnable picture) {
        for (int tries = 0; tries < 2; tries++) {
            try {
                picture.run();
                return;
            } catch (PlaywrightException e) {
                if (!(e instanceof TimeoutError) && !e.getMessage().contains("Unable to capture screenshot")) {
                    throw e;
                }
                LOG.warn("no picture of {}: {}", name, e.getMessage().lines().findFirst().orElse(""));
            }
        }
    }
}
