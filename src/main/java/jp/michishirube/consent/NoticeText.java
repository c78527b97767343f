package jp.michishirube.consent;

import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** A notice as a page and as plain text. Raw HTML in the Markdown is shown as text, never run. */
final class NoticeText {

    private static final Parser MARKDOWN = Parser.builder().build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();
    private static final Pattern FURIGANA = Pattern.compile("\\{([^{}|<>]+)\\|([^{}|<>]+)}");

    private NoticeText() {}

    static String html(String body) {
        Node document = MARKDOWN.parse(body);
        return FURIGANA.matcher(HTML.render(document)).replaceAll("<ruby>$1<rp>（</rp><rt>$2</rt><rp>）</rp></ruby>");
    }

    static String plain(String body) {
        return TEXT.render(MARKDOWN.parse(FURIGANA.matcher(body).replaceAll("$1")));
    }
}
