package jp.michishirube.plan.versions;

import java.util.List;
import jp.michishirube.plan.form.FieldKind;

/**
 * One question as the page shows it: everything decided, so that it only needs to be written down.
 *
 * @param name  its address
 * @param input where it is no group
 * @param group where it is one
 */
public record FieldView(String name, FieldKind kind, Says says, boolean required, boolean locked, boolean away, When when, Input input, Rows group) {

    /** What stands around the input. */
    public record Says(String label, String help, String example, Badge badge, String error, List<Note> notes) {}

    /** The condition as the script reads it; {@link #ALWAYS} for none. */
    public record When(String field, String test, String value) {

        public static final When ALWAYS = new When(null, null, null);
    }

    /**
     * @param shown beside the input: the era of a date, the name of a file
     * @param other a place that is not from the list
     */
    public record Input(String value, String shown, List<Option> options, String other, String unit, int maxLength, String mode) {

        public static final Input NONE = new Input("", "", List.of(), "", "", 0, null);
    }

    /** @param blank the row that a person adds; null where nobody may */
    public record Rows(List<Row> rows, Row blank, boolean canAdd, boolean fixed, String rowLabel, int most) {

        public static final Rows NONE = new Rows(List.of(), null, false, false, "", 0);
    }

    public String getId() {
        return "f-" + name;
    }

    /** ids of help, badge and error for {@code aria-describedby}. */
    public String getDescribedBy() {
        StringBuilder ids = new StringBuilder();
        if (!says.help().isEmpty() || !says.example().isEmpty()) {
            ids.append("h-").append(name);
        }
        if (says.badge() != null) {
            ids.append(ids.isEmpty() ? "" : " ").append("b-").append(name);
        }
        if (says.error() != null) {
            ids.append(ids.isEmpty() ? "" : " ").append("e-").append(name);
        }
        return ids.isEmpty() ? null : ids.toString();
    }

    public record Option(String code, String label, boolean chosen) {}

    /** @param css class of the look: linked, todo, edited, typed or failed */
    public record Badge(String css, String text, String more) {}

    public record Note(String kind, String text, String by, String link, boolean open) {}

    public record Row(String key, String name, String label, List<FieldView> fields, Badge badge, boolean locked) {}
}
