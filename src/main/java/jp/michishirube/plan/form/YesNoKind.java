package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.LocalDate;
import java.util.Locale;

final class YesNoKind extends Kind {

    @Override
    String type() {
        return "boolean";
    }

    @Override
    FieldKind.Look look() {
        return FieldKind.Look.YES_NO;
    }

    @Override
    JsonNode normalise(FormField field, JsonNode raw) {
        if (!raw.isTextual()) {
            return raw;
        }
        return switch (raw.textValue().toLowerCase(Locale.ROOT)) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            case "" -> NullNode.instance;
            default -> raw;
        };
    }

    @Override
    String problem(FormField field, JsonNode value, LocalDate today) {
        return value.isBoolean() ? null : "unknown-choice";
    }

    @Override
    String text(FormField field, JsonNode value, Locale locale) {
        return value.asBoolean() ? (english(locale) ? "Yes" : "はい") : (english(locale) ? "No" : "いいえ");
    }

    @Override
    String space(FormField field) {
        return "□はい　□いいえ";
    }
}
