package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One of {@link FormField#choices()}, kept as its code. */
class ChoiceKind extends Kind {

    @Override
    FieldKind.Look look() {
        return FieldKind.Look.CHOICE;
    }

    @Override
    JsonNode normalise(FormField field, JsonNode raw) {
        return text(raw, String::strip);
    }

    @Override
    String problem(FormField field, JsonNode value, LocalDate today) {
        return value.isTextual() && field.choice(value.textValue()).isPresent() ? null : "unknown-choice";
    }

    /** A code that the form no longer knows is shown as it is, never dropped. */
    static String label(FormField field, String code, Locale locale) {
        return field.choice(code).map(c -> c.label(locale)).orElse(code);
    }

    @Override
    String text(FormField field, JsonNode value, Locale locale) {
        return label(field, value.asText(), locale);
    }

    @Override
    String space(FormField field) {
        return field.choices().stream().map(c -> "□" + c.label()).collect(Collectors.joining("　"));
    }

    @Override
    List<AnswerFact> facts(JsonNode answer) {
        return answer == null ? List.of() : List.of(new AnswerFact("choice", null, answer.asText()));
    }

    /** Person or organisation: other inputs of the row follow it. */
    static final class Party extends ChoiceKind {

        @Override
        FieldKind.Look look() {
            return FieldKind.Look.PARTY;
        }
    }

    /** Array of codes, in the order of the form, each once; unknown codes stay, to be refused by name. */
    static final class Many extends ChoiceKind {

        @Override
        String type() {
            return "array";
        }

        @Override
        FieldKind.Look look() {
            return FieldKind.Look.CHOICES;
        }

        @Override
        boolean single() {
            return false;
        }

        @Override
        List<AnswerFact> facts(JsonNode answer) {
            return List.of();
        }

        @Override
        JsonNode posted(List<String> values, String beside) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            values.forEach(list::add);
            return list;
        }

        @Override
        JsonNode normalise(FormField field, JsonNode raw) {
            ArrayNode given = JsonNodeFactory.instance.arrayNode();
            if (raw.isTextual()) {
                given.add(raw);
            } else if (raw.isArray()) {
                raw.forEach(given::add);
            } else {
                return raw;
            }
            List<JsonNode> codes = new ArrayList<>();
            given.forEach(v -> {
                if (!(v.isTextual() && v.textValue().isEmpty())) {
                    codes.add(v);
                }
            });
            ArrayNode ordered = JsonNodeFactory.instance.arrayNode();
            field.choices().stream().map(Choice::code).filter(c -> codes.stream().anyMatch(v -> v.asText().equals(c))).forEach(ordered::add);
            codes.stream().filter(v -> field.choice(v.asText()).isEmpty()).forEach(ordered::add);
            return ordered.isEmpty() ? NullNode.instance : ordered;
        }

        @Override
        String problem(FormField field, JsonNode value, LocalDate today) {
            if (!value.isArray()) {
                return "wrong-type";
            }
            for (JsonNode code : value) {
                if (!code.isTextual() || field.choice(code.textValue()).isEmpty()) {
                    return "unknown-choice";
                }
            }
            return null;
        }

        @Override
        String text(FormField field, JsonNode value, Locale locale) {
            List<String> labels = new ArrayList<>();
            value.forEach(v -> labels.add(label(field, v.asText(), locale)));
            return String.join(english(locale) ? ", " : "、", labels);
        }
    }
}
