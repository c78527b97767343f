package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An answer as people read it: labels for codes, eras for dates, units for numbers. */
public final class AnswerText {

    private AnswerText() {}

    /** @return empty for no answer; a code that the form no longer knows is shown as it is, never dropped */
    public static String of(FormField field, JsonNode value, Locale locale) {
        if (Answers.isEmpty(value)) {
            return "";
        }
        return field.kind().text(field, value, locale);
    }

    /** One row in one line. */
    public static String row(FormField group, JsonNode row, Locale locale) {
        List<String> parts = new ArrayList<>();
        group.row(row.path(Answers.KEY).asText()).ifPresent(r -> parts.add(r.label(locale)));
        int head = parts.size();
        for (FormField column : group.columns()) {
            String text = of(column, row.get(column.key()), locale);
            if (!text.isEmpty()) {
                parts.add(text);
            }
        }
        return parts.size() == head ? "" : String.join(" ・ ", parts);
    }
}
