package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** One person at one screen: a browser with an own session. */
final class Desk implements AutoCloseable {

    private static final String OUTSIDE = "asks outside: ";
    private static final Pattern OUTSIDE_NAMED = Pattern.compile("https?://(?!localhost|127\\.0\\.0\\.1)");
    static final String PASSWORD = "michishirube";
    /** For a busy machine with one core; spent only where something is wrong. */
    static final int PATIENCE_MILLIS = 120_000;

    private final BrowserContext context;
    private final String address;
    private final boolean script;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Set<Request> posting = ConcurrentHashMap.newKeySet();
    final Page page;

    Desk(String address, int width, int height) {
        this(address, width, height, true);
    }

    /** @param script false for a browser that runs none */
    Desk(String address, int width, int height, boolean script) {
        this.address = address;
        this.script = script;
        context = Chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, height).setLocale("ja-JP").setJavaScriptEnabled(script)
                .setTimezoneId("Asia/Tokyo").setHasTouch(width < 1000).setAcceptDownloads(true));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (isOutside(request.url())) {
                complaints.add(OUTSIDE + request.url());
            }
            if (request.isNavigationRequest() && !request.method().equals("GET")) {
                posting.add(request);
            }
        });
        page.onRequestFinished(posting::remove);
        page.onRequestFailed(posting::remove);
    }

    /** Anything but the product and its sandbox, which run on this machine: a page's request there would tell somebody who is looked at. */
    private static boolean isOutside(String url) {
        String host = url.startsWith("http") ? java.net.URI.create(url.replaceAll("[?#].*", "")).getHost() : "localhost";
        return !"localhost".equals(host) && !"127.0.0.1".equals(host);
    }

    /** Signs in through the sandbox's provider and lands on the start page. */
    Desk signIn(String account) {
        page.navigate(address + "/");
        page.locator("input[name=username]").fill(account);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("main form button").first().click();
        page.waitForURL(url -> url.startsWith(address));
        return this;
    }

    /** Opens an address, once a form sent from the page before has had its answer: leaving earlier could call it off. */
    Desk go(String path) {
        page.waitForCondition(posting::isEmpty);
        page.navigate(path.startsWith("http") ? path : address + path);
        return this;
    }

    /** @return the path of the page now open */
    String path() {
        String url = page.url();
        return url.startsWith(address) ? url.substring(address.length()) : url;
    }

    Locator button(String text) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text));
    }

    Locator link(String text) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(text));
    }

    Desk press(String text) {
        button(text).first().click();
        return arrived();
    }

    Desk follow(String text) {
        link(text).first().click();
        return arrived();
    }

    /** What a click leads to has begun when the page has had its turn, and is there when the form's answer is. */
    private Desk arrived() {
        try {
            page.evaluate(script ? "() => new Promise(done => setTimeout(done))" : "() => 0");
        } catch (PlaywrightException e) {
            // The page was left meanwhile: that is waited for.
        }
        page.waitForCondition(posting::isEmpty);
        page.waitForLoadState();
        return this;
    }

    /** Fills the input of that label. */
    Desk fill(String label, String value) {
        page.getByLabel(label).first().fill(value);
        return this;
    }

    /** Answers the page's own question dialog with its yes. */
    Desk agree() {
        page.locator("dialog[open] .actions .button:not(.secondary)").click();
        return arrived();
    }

    /** Nothing of the plan's form waits to be saved any more. */
    Desk saved() {
        page.waitForFunction("() => !document.querySelector('[data-saved]').classList.contains('failed') && plan.idle()");
        return this;
    }

    Desk sees(String... texts) {
        for (String text : texts) {
            com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(page.locator("body")).containsText(text);
        }
        return this;
    }

    /** For pages of a library that writes styles which our policy refuses, without harm to what is seen. */
    Desk forgive(String complaint) {
        complaints.removeIf(c -> c.contains(complaint));
        return this;
    }

    Desk check(String name) {
        PageCheck.check(page, name);
        assertThat(complaints).as("%s: the browser complains", name).isEmpty();
        return this;
    }

    /** What is on the screen now, for the READMEs. */
    Desk picture(String name) {
        Pictures.ofScreen(page, name);
        return this;
    }

    /** No page of this screen asked another host, from its opening on, or would have but for the content policy. */
    Desk staysHome() {
        assertThat(complaints).noneMatch(c -> c.startsWith(OUTSIDE) || c.contains("Content Security Policy") && OUTSIDE_NAMED.matcher(c).find());
        return this;
    }

    /** Also of pages that nothing else looked at. */
    @Override
    public void close() {
        context.close();
        staysHome();
    }
}
