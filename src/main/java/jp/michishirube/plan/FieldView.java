package jp.michishirube.plan;

import java.util.List;
import org.unbescape.html.HtmlEscape;

/** One question as the page shows it: everything decided, so that the template only writes it down. */
record FieldView(
        String name, String kind, String label, String help, String example, boolean required, boolean locked, boolean away, String whenField,
        String whenTest, String whenValue, String value, String shown, List<Option> options, String otherValue, String unit, int maxLength,
        String inputMode, Badge badge, String error, List<Note> notes, List<Row> rows, Row blank, boolean canAdd, boolean fixed,
        String rowLabel, int maxRows) {

    public String getId() {
        return "f-" + name;
    }

    /** Whether anything stands between the label and the input: most fields have nothing, and asking four times costs. */
    public boolean isSpeaking() {
        return !help.isEmpty() || !example.isEmpty() || badge != null || locked || !notes.isEmpty();
    }

    /** The options of a list of places as HTML, escaped here: some hundred of them, each asked three times by the template, cost most of the page. */
    public String getOptionList() {
        StringBuilder html = new StringBuilder(options.size() * 90);
        for (Option o : options) {
            html.append("<option value=\"").append(HtmlEscape.escapeHtml4Xml(o.code())).append(o.chosen() ? "\" selected=\"selected\">" : "\">")
                    .append(HtmlEscape.escapeHtml4Xml(o.label())).append("</option>");
        }
        return html.toString();
    }

    /** Boxes or radio buttons of a choice as HTML, escaped here, for the same reason. */
    public String getChoiceList() {
        String type = kind.equals("choices") ? "checkbox" : "radio";
        StringBuilder html = new StringBuilder(options.size() * 160);
        for (Option o : options) {
            html.append("<label class=\"choice\"><input type=\"").append(type).append("\" name=\"").append(HtmlEscape.escapeHtml4Xml(name))
                    .append("\" value=\"").append(HtmlEscape.escapeHtml4Xml(o.code())).append(o.chosen() ? "\" checked=\"checked\"><span>" : "\"><span>")
                    .append(HtmlEscape.escapeHtml4Xml(o.label())).append("</span></label>");
        }
        return html.toString();
    }

    /** ids of help, badge and error for {@code aria-describedby}. */
    public String getDescribedBy() {
        StringBuilder ids = new StringBuilder();
        if (!help.isEmpty() || !example.isEmpty()) {
            ids.append("h-").append(name);
        }
        if (badge != null) {
            ids.append(ids.isEmpty() ? "" : " ").append("b-").append(name);
        }
        if (error != null) {
            ids.append(ids.isEmpty() ? "" : " ").append("e-").append(name);
        }
        return ids.isEmpty() ? null : ids.toString();
    }

    record Option(String code, String label, boolean chosen) {}

    /** @param css class of the look: linked, todo or edited */
    record Badge(String css, String text, String more) {}

    record Note(String kind, String text, String by, String link, boolean open) {}

    record Row(String key, String name, String label, List<FieldView> fields, Badge badge, boolean locked) {}
}
