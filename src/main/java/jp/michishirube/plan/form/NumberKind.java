package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Whole number in {@link FormField#unit()}. */
final class NumberKind extends Kind {

    @Override
    String type() {
        return "integer";
    }

    @Override
    String inputMode() {
        return "numeric";
    }

    @Override
    JsonNode normalise(FormField field, JsonNode raw) {
        if (!raw.isTextual()) {
            return raw;
        }
        String plain = Normalizer.normalize(raw.textValue(), Normalizer.Form.NFKC).replaceAll("[\\s,]", "");
        if (plain.isEmpty()) {
            return NullNode.instance;
        }
        return plain.matches("-?\\d{1,15}") ? LongNode.valueOf(Long.parseLong(plain)) : raw;
    }

    @Override
    String problem(FormField field, JsonNode value, LocalDate today) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            return "not-a-number";
        }
        if (field.minimum() != null && value.longValue() < field.minimum()) {
            return "too-small";
        }
        return field.maximum() != null && value.longValue() > field.maximum() ? "too-large" : null;
    }

    @Override
    List<AnswerFact> facts(JsonNode answer) {
        return answer != null && answer.isNumber() ? List.of(new AnswerFact("number", answer.numberValue(), null)) : List.of();
    }

    @Override
    String text(FormField field, JsonNode value, Locale locale) {
        return value.asText() + (field.unit().isEmpty() ? "" : english(locale) ? " " + field.unit(locale) : field.unit());
    }

    @Override
    String space(FormField field) {
        return "　　　　　" + field.unit();
    }
}
