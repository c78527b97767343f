package jp.michishirube.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures of pages in {@code target/screenshots}, for people to look at, when the tests run with {@code -Dpictures=true}: nothing is
 * tested by them and they take a sixth of a journey's time. Chromium now and then never finishes one of a very long page,
 * or says that it cannot take one: that is no fault of the page, so that a picture is asked for twice and then done without.
 */
final class Pictures {

    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final boolean WANTED = Boolean.getBoolean("pictures");
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

    /** A paper as the product printed it, beside the pictures. */
    static void paper(byte[] pdf, String name) throws IOException {
        if (WANTED) {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(name + ".pdf"), pdf);
        }
    }

    private static Path file(String name) {
        return FOLDER.resolve(name + ".png");
    }

    private static void take(String name, Runnable picture) {
        for (int tries = 0; WANTED && tries < 2; tries++) {
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
