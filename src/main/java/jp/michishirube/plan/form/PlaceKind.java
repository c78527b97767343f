package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Object with {@code name} and, when taken from the list, {@code id, address, lat, lon, designated}. */
final class PlaceKind extends Kind {

    private static final int LONGEST = 200;

    @Override
    String type() {
        return "object";
    }

    @Override
    FieldKind.Look look() {
        return FieldKind.Look.PLACE;
    }

    @Override
    boolean single() {
        return false;
    }

    @Override
    String input(JsonNode value) {
        return value.path("id").asText(value.path("name").asText());
    }

    @Override
    FieldKind.Target pointsAt() {
        return FieldKind.Target.PLACE;
    }

    @Override
    String unlisted(JsonNode value) {
        return value.path("id").asText().isEmpty() ? value.path("name").asText() : "";
    }

    /** Designated for that hazard: 1, not: 0; nothing is known of a place that is not of the list. */
    @Override
    List<AnswerFact> facts(JsonNode answer) {
        return answer != null && answer.path("designated").isBoolean()
                ? List.of(new AnswerFact("designated", answer.path("designated").booleanValue() ? 1 : 0, null)) : List.of();
    }

    @Override
    JsonNode posted(List<String> values, String beside) {
        String id = values.isEmpty() ? "" : values.get(0);
        return !id.isEmpty() ? JsonNodeFactory.instance.objectNode().put("id", id) : TextNode.valueOf(beside == null ? "" : beside);
    }

    @Override
    boolean same(JsonNode posted, JsonNode was) {
        return posted.hasNonNull("id") ? posted.path("id").equals(was.path("id"))
                : was.path("id").asText().isEmpty() && posted.path("name").asText().equals(was.path("name").asText());
    }

    @Override
    JsonNode normalise(FormField field, JsonNode raw) {
        return !raw.isTextual() ? emptyAsNull(raw) : raw.textValue().isBlank() ? NullNode.instance
                : JsonNodeFactory.instance.objectNode().put("name", raw.textValue().trim());
    }

    @Override
    String problem(FormField field, JsonNode value, LocalDate today) {
        String name = value.path("name").asText();
        if (!value.isObject() || name.isBlank()) {
            return "wrong-type";
        }
        return name.length() > LONGEST ? "place-too-long" : TextKind.CONTROL.matcher(name).find() || name.indexOf('\n') >= 0 ? "control-characters" : null;
    }

    @Override
    String text(FormField field, JsonNode value, Locale locale) {
        String address = value.path("address").asText();
        return value.path("name").asText() + (address.isEmpty() ? "" : "（" + address + "）");
    }

    @Override
    String space(FormField field) {
        return "　".repeat(14);
    }
}
