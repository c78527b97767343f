package jp.michishirube.consent.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.michishirube.document.PrintedNotice;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** A notice as a page and as plain text. Raw HTML in the Markdown is shown as text, never run. */
public final class NoticeText {

    private static final Parser MARKDOWN = Parser.builder().build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();
    private static final Pattern FURIGANA = Pattern.compile("\\{([^{}|<>]+)\\|([^{}|<>]+)}");

    private NoticeText() {}

    public static String html(String body) {
        Node document = MARKDOWN.parse(body);
        return FURIGANA.matcher(HTML.render(document)).replaceAll("<ruby>$1<rp>（</rp><rt>$2</rt><rp>）</rp></ruby>");
    }

    /** Sections by their headings, for paper: kanji carry their reading in brackets only on the screen. */
    public static List<PrintedNotice.Part> parts(String body) {
        List<PrintedNotice.Part> parts = new ArrayList<>();
        for (String section : body.split("(?m)^(?=## )")) {
            boolean headed = section.startsWith("## ");
            String text = headed && section.contains("\n") ? section.substring(section.indexOf('\n')) : headed ? "" : section;
            if (!section.isBlank()) {
                parts.add(new PrintedNotice.Part(headed ? plain(section.lines().findFirst().orElse("").substring(3)) : "",
                        plain(text).strip().replaceAll("(?m)^- ", "・")));
            }
        }
        return parts;
    }

    public static String plain(String body) {
        return TEXT.render(MARKDOWN.parse(FURIGANA.matcher(body).replaceAll("$1")));
    }
}
