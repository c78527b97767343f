package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Function;

/**
 * One answer as it is kept: kana full-width, digits half-width where the kind says so, dates ISO. Names and free texts are kept to the
 * letter; only the ends are trimmed and line ends made one kind.
 */
public final class FieldValue {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Transliterator KATAKANA = Transliterator.getInstance("Hiragana-Katakana");

    private FieldValue() {}

    /** @return the value to keep, {@link NullNode} for none; what cannot be read stays as it is, for {@link FieldRule} to refuse */
    public static JsonNode normalise(FormField field, JsonNode raw) {
        if (raw == null || raw.isNull()) {
            return NullNode.instance;
        }
        return switch (field.kind()) {
            case KANA -> text(raw, FieldValue::kana);
            case PHONE, POSTAL_CODE -> text(raw, t -> number(field.kind(), t));
            case EMAIL -> text(raw, t -> Normalizer.normalize(t, Normalizer.Form.NFKC).trim());
            case DATE -> text(raw, t -> JapaneseDate.parse(t).map(Object::toString).orElse(t.trim()));
            case NUMBER -> wholeNumber(raw);
            case YES_NO -> yesNo(raw);
            case CHOICES -> list(field, raw);
            case PLACE -> raw.isTextual() ? (raw.textValue().isBlank() ? NullNode.instance : JSON.objectNode().put("name", raw.textValue().trim())) : emptyAsNull(raw);
            case PHOTO, DRAWING, FILE, GROUP -> emptyAsNull(raw);
            default -> text(raw, t -> t.replace("\r\n", "\n").replace('\r', '\n').strip());
        };
    }

    private static JsonNode emptyAsNull(JsonNode raw) {
        return raw.isTextual() && raw.textValue().isBlank() || raw.isObject() && raw.isEmpty() ? NullNode.instance : raw;
    }

    private static JsonNode text(JsonNode raw, java.util.function.UnaryOperator<String> way) {
        if (!raw.isTextual()) {
            return raw;
        }
        String text = way.apply(raw.textValue());
        return text.isEmpty() ? NullNode.instance : TextNode.valueOf(text);
    }

    private static String kana(String typed) {
        return KATAKANA.transliterate(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replace(' ', '　').strip().replaceAll("　+", "　");
    }

    private static String number(FieldKind kind, String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[‐‑‒–—―−ーｰ－]", "-").replaceAll("\\s", "");
        if (kind == FieldKind.POSTAL_CODE) {
            plain = plain.replace("〒", "");
            return plain.matches("\\d{7}") ? plain.substring(0, 3) + "-" + plain.substring(3) : plain;
        }
        return plain;
    }

    private static JsonNode wholeNumber(JsonNode raw) {
        if (!raw.isTextual()) {
            return raw;
        }
        String plain = Normalizer.normalize(raw.textValue(), Normalizer.Form.NFKC).replaceAll("[\\s,]", "");
        if (plain.isEmpty()) {
            return NullNode.instance;
        }
        return plain.matches("-?\\d{1,15}") ? LongNode.valueOf(Long.parseLong(plain)) : raw;
    }

    private static JsonNode yesNo(JsonNode raw) {
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

    /** In the order of the form, each once; unknown codes stay, to be refused by name. */
    private static JsonNode list(FormField field, JsonNode raw) {
        ArrayNode given = JSON.arrayNode();
        if (raw.isTextual()) {
            if (!raw.textValue().isEmpty()) {
                given.add(raw);
            }
        } else if (raw instanceof ArrayNode array) {
            array.forEach(v -> {
                if (!(v.isTextual() && v.textValue().isEmpty())) {
                    given.add(v);
                }
            });
        } else {
            return raw;
        }
        ArrayNode ordered = JSON.arrayNode();
        field.choices().forEach(c -> {
            for (JsonNode v : given) {
                if (v.asText().equals(c.code())) {
                    ordered.add(c.code());
                    break;
                }
            }
        });
        given.forEach(v -> {
            if (field.choice(v.asText()).isEmpty()) {
                ordered.add(v);
            }
        });
        return ordered.isEmpty() ? NullNode.instance : ordered;
    }

    /**
     * A row with each cell normalised.
     *
     * @param named what the given row calls the column
     */
    public static ObjectNode row(FormField group, ObjectNode raw, Function<FormField, String> named) {
        ObjectNode row = JSON.objectNode();
        group.columns().forEach(c -> {
            JsonNode value = normalise(c, raw.get(named.apply(c)));
            if (!value.isNull()) {
                row.set(c.key(), value);
            }
        });
        return row;
    }
}
