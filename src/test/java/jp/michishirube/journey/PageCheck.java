package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What every page must stand: no violation that axe finds, no text without a translation, no sideways scrolling, nothing the
 * page's own security policy refused. Leaves a picture in target/screenshots if they are wanted ({@link Pictures}).
 */
final class PageCheck {

    private static final Set<String> DONE = ConcurrentHashMap.newKeySet();

    /** Names of constants and keys of texts as they stand in code, and the value of a flag: none is a word for people. */
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{2,}_[A-Z_]{2,}\\b|(?<![\\w./@#-])[a-z]{3,}(-[a-z]{3,})+(?![\\w./@-])|[（(](true|false|null)[）)]");

    private PageCheck() {}

    /** What passes and what does not apply is then not described node by node, which costs axe a third of its time. */
    private static AxeRunOptions violationsOnly() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    /** @param name of the page in pictures and messages; one name and width is checked once a run */
    static void check(Page page, String name) {
        String key = name + "-" + page.viewportSize().width;
        if (!DONE.add(key)) {
            return;
        }
        page.waitForLoadState();
        Pictures.ofWholePage(page, key);
        String body = page.locator("body").innerText();
        assertThat(body).as("%s: texts without a translation", key).doesNotContainPattern("\\?\\?[a-zA-Z][\\w.-]*\\?\\?");
        assertThat(body).as("%s: placeholders left open", key).doesNotContainPattern("\\{\\w+\\}");
        if ("ja".equals(page.locator("html").getAttribute("lang"))) {
            assertThat(CODE.matcher(body).results().map(m -> m.group()).toList()).as("%s: words of the code", key).isEmpty();
        }
        Object sideways = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) sideways).intValue()).as("%s: pixels of sideways scrolling", key).isLessThanOrEqualTo(1);
        // The embedded PDF viewer is the browser's own page, not ours.
        var found = new AxeBuilder(page).options(violationsOnly()).setLegacyMode(true).exclude("iframe, object, embed").analyze().getViolations();
        assertThat(found.stream().map(PageCheck::line).collect(Collectors.joining("\n"))).as("%s: axe", key).isEmpty();
    }

    private static String line(Rule rule) {
        return rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp() + rule.getNodes().stream().limit(4)
                .map(node -> "\n    " + node.getTarget() + " " + node.getHtml() + " " + node.getFailureSummary())
                .collect(Collectors.joining());
    }
}
