package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Array of rows, each with a stable {@code _key}. */
final class GroupKind extends Kind {

    @Override
    String type() {
        return "array";
    }

    @Override
    FieldKind.Look look() {
        return FieldKind.Look.GROUP;
    }

    @Override
    boolean single() {
        return false;
    }

    @Override
    JsonNode normalise(FormField field, JsonNode raw) {
        return emptyAsNull(raw);
    }

    @Override
    String problem(FormField field, JsonNode value, LocalDate today) {
        return value.isArray() ? null : "wrong-type";
    }

    @Override
    String text(FormField group, JsonNode rows, Locale locale) {
        List<String> texts = new ArrayList<>();
        rows.forEach(row -> texts.add(AnswerText.row(group, row, locale)));
        texts.removeIf(String::isEmpty);
        return String.join("\n", texts);
    }

    @Override
    String space(FormField field) {
        return "";
    }
}
