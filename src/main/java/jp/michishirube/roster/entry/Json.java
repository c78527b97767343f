package jp.michishirube.roster.entry;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/** The room's small values in {@code jsonb} columns. */
public final class Json {

    /** Values are what a record's components are; a question that a record answers of itself is none. */
    private static final ObjectMapper MAPPER = JsonMapper.builder().visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE).build();

    private Json() {}

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not writable as JSON");
        }
    }

    public static <T> T read(String json, TypeReference<T> type) {
        try {
            return json == null ? null : MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable JSON in the database");
        }
    }

    public static List<String> strings(String json) {
        return json == null ? List.of() : read(json, new TypeReference<List<String>>() {});
    }

    public static Map<String, String> values(String json) {
        return json == null ? Map.of() : read(json, new TypeReference<Map<String, String>>() {});
    }
}
