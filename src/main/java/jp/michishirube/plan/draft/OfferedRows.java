package jp.michishirube.plan.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.FieldRule;
import jp.michishirube.plan.form.FieldValue;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.Holder;

/** Rows of a repeated group as an outside system offers them. */
final class OfferedRows {

    private OfferedRows() {}

    /** @return the row with the cells the form can take and the key {@code <holder>-<n>}; null when nothing of it is usable */
    static ObjectNode row(FormField group, Holder holder, int index, JsonNode fact, LocalDate today) {
        if (!(fact instanceof ObjectNode raw)) {
            return null;
        }
        ObjectNode row = FieldValue.row(group, raw, column -> nameOf(column, holder));
        List<String> unusable = new ArrayList<>();
        group.columns().forEach(c -> FieldRule.problem(c, c.pointer(), row.get(c.key()), today).ifPresent(p -> unusable.add(c.key())));
        row.remove(unusable);
        if (row.isEmpty()) {
            return null;
        }
        String own = raw.path(Answers.KEY).asText();
        return row.put(Answers.KEY, holder.prefix() + "-" + (own.matches("[A-Za-z0-9-]{1,30}") ? own : String.valueOf(index + 1)));
    }

    /** Whether the current rows hold this one already, by what names it. */
    static boolean known(FormField group, JsonNode current, ObjectNode row) {
        String name = name(group, row);
        if (current != null) {
            for (JsonNode one : current) {
                if (name(group, one).equals(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A plan calls a column by its key, every other holder by what it is. */
    static String nameOf(FormField column, Holder holder) {
        return holder == Holder.PREVIOUS_PLAN ? column.key() : column.fact();
    }

    private static String name(FormField group, JsonNode row) {
        String name = row.path(group.naming().filter(c -> row.has(c.key())).orElse(group.columns().get(0)).key()).asText();
        return name.replaceAll("[\\s　]", "");
    }
}
