package jp.michishirube.linkage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Function;
import jp.michishirube.outside.OutsideFailure;
import jp.michishirube.outside.OutsideService;
import jp.michishirube.plan.form.Holder;

/** Writes facts under a holder's prefix from JSON of outside, whose values may be missing, of another type or too long. */
final class FactWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST = 2_000;

    private final Holder holder;
    private final ObjectNode facts = JSON.objectNode();

    FactWriter(Holder holder) {
        this.holder = holder;
    }

    ObjectNode facts() {
        return facts;
    }

    /** A text as it is; nothing for an empty one. */
    FactWriter text(String link, JsonNode value) {
        return text(link, clean(value));
    }

    FactWriter text(String link, String value) {
        if (!value.isEmpty()) {
            facts.put(holder.prefix() + "." + link, value);
        }
        return this;
    }

    /** The form's code for the holder's word; nothing for a word that is not known. */
    FactWriter code(String link, JsonNode value, Map<String, String> codes) {
        return text(link, codes.getOrDefault(clean(value), ""));
    }

    FactWriter list(String link, Iterable<String> codes) {
        ArrayNode list = JSON.arrayNode();
        codes.forEach(list::add);
        if (!list.isEmpty()) {
            facts.set(holder.prefix() + "." + link, list);
        }
        return this;
    }

    /** Rows of a repeated group; an entry that gives an empty row is left out. */
    FactWriter rows(String link, JsonNode entries, Function<JsonNode, ObjectNode> row) {
        ArrayNode rows = JSON.arrayNode();
        entries.forEach(e -> {
            ObjectNode made = e.isObject() ? row.apply(e) : JSON.objectNode();
            if (!made.isEmpty()) {
                rows.add(made);
            }
        });
        return rows(link, rows);
    }

    FactWriter rows(String link, ArrayNode rows) {
        if (!rows.isEmpty()) {
            facts.set(holder.prefix() + "." + link, rows);
        }
        return this;
    }

    /** A row with the entry's values under other names: {@code name, from, name, from …}; empty ones left out. */
    static ObjectNode row(JsonNode entry, String... names) {
        ObjectNode row = JSON.objectNode();
        for (int i = 0; i < names.length; i += 2) {
            String value = clean(entry.path(names[i + 1]));
            if (!value.isEmpty()) {
                row.put(names[i], value);
            }
        }
        return row;
    }

    /** Text without control characters; names stay to the letter otherwise. */
    static String clean(JsonNode value) {
        String text = value.isValueNode() && !value.isNull() ? value.asText().replaceAll("[\\p{Cntrl}&&[^\n]]", "").strip() : "";
        return text.length() > LONGEST ? "" : text;
    }

    /** @throws OutsideFailure {@code NONSENSE} when the answer lacks what it must have */
    static void require(boolean sound, OutsideService service) {
        if (!sound) {
            throw new OutsideFailure(service, OutsideFailure.Reason.NONSENSE, null);
        }
    }
}
