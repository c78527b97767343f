package jp.michishirube.plan.interview;

import org.unbescape.html.HtmlEscape;

/** HTML written piece by piece: tags and attribute names are ours, every value is escaped here. */
final class Html {

    private final StringBuilder out = new StringBuilder(1500);

    /** @param attributes names and values in turns; one whose value is null is left out */
    Html open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                out.append(' ').append(attributes[i]).append("=\"").append(HtmlEscape.escapeHtml4Xml(attributes[i + 1])).append('"');
            }
        }
        out.append('>');
        return this;
    }

    Html close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    Html text(String text) {
        out.append(HtmlEscape.escapeHtml4Xml(text));
        return this;
    }

    /** An element that holds a text and nothing else. */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    /** Value of an attribute that is there or not, such as {@code hidden}. */
    static String flag(String name, boolean there) {
        return there ? name : null;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
