package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Object with the number of an attachment: a photo, a drawing or any accepted file. */
final class FileKind extends Kind {

    private final FieldKind.Source source;

    FileKind(FieldKind.Source source) {
        this.source = source;
    }

    @Override
    FieldKind.Source source() {
        return source;
    }

    @Override
    FieldKind.Target pointsAt() {
        return FieldKind.Target.FILE;
    }

    @Override
    String beside(FormField field, JsonNode value, Locale locale) {
        return text(field, value, locale);
    }

    @Override
    String type() {
        return "object";
    }

    @Override
    FieldKind.Look look() {
        return FieldKind.Look.FILE;
    }

    @Override
    boolean single() {
        return false;
    }

    @Override
    String input(JsonNode value) {
        return value.path("file").asText();
    }

    /** Files come by their own way. */
    @Override
    JsonNode posted(List<String> values, String beside) {
        return NullNode.instance;
    }

    @Override
    boolean same(JsonNode posted, JsonNode was) {
        return true;
    }

    @Override
    JsonNode normalise(FormField field, JsonNode raw) {
        return emptyAsNull(raw);
    }

    @Override
    String problem(FormField field, JsonNode value, LocalDate today) {
        return value.isObject() && value.path("file").canConvertToLong() ? null : "not-a-file";
    }

    @Override
    String text(FormField field, JsonNode value, Locale locale) {
        return value.path("name").asText(english(locale) ? "file" : "ファイル");
    }

    @Override
    String space(FormField field) {
        return "";
    }
}
