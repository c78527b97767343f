package jp.michishirube.plan;

import java.util.List;

/** One question as the page shows it: everything decided, so that it only needs to be written down. */
record FieldView(
        String name, String kind, String label, String help, String example, boolean required, boolean locked, boolean away, String whenField,
        String whenTest, String whenValue, String value, String shown, List<Option> options, String otherValue, String unit, int maxLength,
        String inputMode, Badge badge, String error, List<Note> notes, List<Row> rows, Row blank, boolean canAdd, boolean fixed,
        String rowLabel, int maxRows) {

    public String getId() {
        return "f-" + name;
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

    /** @param css class of the look: linked, todo, edited, typed or failed */
    record Badge(String css, String text, String more) {}

    record Note(String kind, String text, String by, String link, boolean open) {}

    record Row(String key, String name, String label, List<FieldView> fields, Badge badge, boolean locked) {}
}
