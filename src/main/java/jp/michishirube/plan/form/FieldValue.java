package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/**
 * One answer as it is kept: kana full-width, digits half-width where the kind says so, dates ISO. Names and free texts are kept to the
 * letter; only the ends are trimmed and line ends made one kind.
 */
public final class FieldValue {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FieldValue() {}

    /** @return the value to keep, {@link NullNode} for none; what cannot be read stays as it is, for {@link FieldRule} to refuse */
    public static JsonNode normalise(FormField field, JsonNode raw) {
        return field.kind().normalise(field, raw);
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
