package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads and writes answers by the address of a field.
 *
 * <p>An address is a JSON pointer in which a row of a repeated group is named by its {@code _key} instead of its index, such as
 * {@code /supporters/k3f9/name}: it stays true when rows before it go. An index is understood too.
 */
public final class Answers {

    /** The property that names a row. */
    public static final String KEY = "_key";

    private Answers() {}

    /** @return the value, or null where there is none */
    public static JsonNode get(JsonNode answers, String address) {
        JsonNode at = answers;
        for (String part : parts(address)) {
            if (at == null) {
                return null;
            }
            at = at instanceof ArrayNode rows ? row(rows, part) : at.get(part);
        }
        return at == null || at.isNull() ? null : at;
    }

    /** @return the value as text, empty where there is none */
    public static String text(JsonNode answers, String address) {
        JsonNode value = get(answers, address);
        return value == null ? "" : value.isObject() ? value.path("name").asText() : value.asText();
    }

    /** The row of that key, or null. */
    public static ObjectNode row(JsonNode rows, String key) {
        if (rows == null) {
            return null;
        }
        for (JsonNode row : rows) {
            if (row.path(KEY).asText().equals(key)) {
                return (ObjectNode) row;
            }
        }
        return key.length() < 4 && key.chars().allMatch(c -> c >= '0' && c <= '9') && !key.isEmpty()
                && rows.get(Integer.parseInt(key)) instanceof ObjectNode row && !row.has(KEY) ? row : null;
    }

    /** No value, an empty text, an empty list, or an object without anything in it. */
    public static boolean isEmpty(JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return true;
        }
        if (value.isTextual()) {
            return value.textValue().isBlank();
        }
        if (value instanceof ArrayNode list) {
            for (JsonNode item : list) {
                if (!isEmpty(item)) {
                    return false;
                }
            }
            return true;
        }
        if (value instanceof ObjectNode object) {
            for (var entry : object.properties()) {
                if (!entry.getKey().equals(KEY) && !isEmpty(entry.getValue())) {
                    return false;
                }
            }
            return true;
        }
        return false;
    }

    /**
     * Puts the value, making the section, group and row where they are missing; an empty value takes the field away.
     *
     * @param group  whether the parent of a row is a repeated group is read from the form
     */
    public static void put(PlanForm form, ObjectNode answers, String address, JsonNode value) {
        List<String> parts = parts(address);
        JsonNode at = answers;
        StringBuilder walked = new StringBuilder();
        for (int i = 0; i < parts.size() - 1; i++) {
            String part = parts.get(i);
            if (at instanceof ArrayNode rows) {
                ObjectNode row = row(rows, part);
                if (row == null) {
                    row = rows.addObject().put(KEY, part);
                }
                at = row;
            } else {
                walked.append('/').append(part);
                JsonNode next = at.get(part);
                if (next == null || next.isNull()) {
                    boolean group = form.field(walked.toString()).filter(FormField::isGroup).isPresent();
                    next = group ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.objectNode();
                    ((ObjectNode) at).set(part, next);
                }
                at = next;
            }
        }
        String last = parts.get(parts.size() - 1);
        if (at instanceof ArrayNode rows) {
            putRow(rows, last, value);
        } else if (value == null || value.isNull() || value.isTextual() && value.textValue().isEmpty()
                || value.isArray() && value.isEmpty()) {
            ((ObjectNode) at).remove(last);
        } else {
            ((ObjectNode) at).set(last, value);
        }
    }

    /** Takes the value of one field away, where there is one. */
    public static void remove(ObjectNode answers, String address) {
        String above = Address.above(address);
        if (get(answers, above) instanceof ObjectNode parent) {
            parent.remove(address.substring(above.length() + 1));
        }
    }

    private static void putRow(ArrayNode rows, String key, JsonNode value) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).path(KEY).asText().equals(key)) {
                if (value instanceof ObjectNode row) {
                    rows.set(i, row.deepCopy().put(KEY, key));
                } else {
                    rows.remove(i);
                }
                return;
            }
        }
        if (value instanceof ObjectNode row) {
            rows.add(row.deepCopy().put(KEY, key));
        }
    }

    public static List<String> parts(String address) {
        List<String> parts = new ArrayList<>(4);
        int from = 1;
        while (from <= address.length()) {
            int to = address.indexOf('/', from);
            if (to < 0) {
                to = address.length();
            }
            parts.add(address.substring(from, to));
            from = to + 1;
        }
        return parts;
    }
}
