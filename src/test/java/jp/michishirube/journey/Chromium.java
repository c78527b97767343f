package jp.michishirube.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One browser for all journeys of a run: starting it unpacks more than 100 MB. */
class Chromium implements BeforeAllCallback {

    private static Started started;

    static Browser browser() {
        return started.browser();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        started = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent("chromium", key -> start(), Started.class);
    }

    private static Started start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(Desk.PATIENCE_MILLIS);
        Optional<Path> executable = ChromiumFinder.find();
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setHeadless(true).setTimeout(180_000)
                .setArgs(List.of("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--no-first-run",
                        // Map tiles and the like stay unasked: where the network swallows calls a page would never be loaded.
                        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1", "--disable-dev-shm-usage", "--lang=ja-JP"));
        executable.ifPresent(options::setExecutablePath);
        return new Started(playwright, playwright.chromium().launch(options));
    }

    record Started(Playwright playwright, Browser browser) implements ExtensionContext.Store.CloseableResource {

        @Override
        public void close() {
            playwright.close();
        }
    }
}
