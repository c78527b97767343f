package jp.michishirube.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** What an outside party might put where a value belongs: what is right, what is nearly right, and what nobody thought of. */
final class RandomValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> ODD = List.of("", " ", "　", "0", "1", "2", "-1", "99", "2147483648", "9223372036854775807", "99999999999999999999", "1e999", "NaN", "0.1",
            "true", "false", "null", "[]", "{}", "[[1]]", "{\"file\":1}", "2026-01-05", "2026-02-30", "9999-12-31", "+999999999-12-31", "-2026-01-01", "0000-01-01", "1867-01-01",
            "2026-01-05T10:00", "2026-01-05T10:00:00+09:00", "+1000000000-12-31T23:59:59Z", "昭和16年5月3日", "令和99年99月99日", "山田 太郎", "タカハシ　ハナ", "ﾊﾝｶｸ", "𠮷野家", "葛\uDB40\uDD00",
            "か\u3099", "👨‍👩‍👧", "a\u202Eb", "a\u200Bb", "%", "_", "%25", "'", "''; --", "\"", "\\", "<b>&amp;</b>", "${7*7}", "#{x}", "__${x}__", "{a}", "..", "../x", "/", "/a/b", "//evil.example/",
            "http://evil.example/", "/inbox?tab=mine", "/inbox?%zz", "\n", "a\tb", "\u0000", "a\u0007", "x".repeat(300), "あ".repeat(3000), "z".repeat(25_000), "AOBA", "CITY_OS", "creation:1:ja",
            "creation:99999999999:ja", "a:b:c", "1-1", "99-999999999999999999", "|", "1|x", "a|b|c", "office", "mine", "name", "desc", "INTERVIEW_RESIDENT", "/remarks/text", "/supporters/abc/name",
            "/nowhere", "/resident", "data:image/png;base64,AAAA", "SELF", "GIVEN", "open", "none", "approve", "take", "hand", "1:2", "90", "180", "-180.5", "37.5", "139.93");

    private final Random random;
    private final List<String> known;

    /** @param known numbers and ids that exist */
    RandomValues(Random random, List<String> known) {
        this.random = random;
        this.known = known;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T of(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    String text() {
        return chance(30) ? of(known) : of(ODD);
    }

    /** A text for a parameter of that type, most often one that it takes. */
    String text(Class<?> type) {
        if (chance(25)) {
            return text();
        }
        if (type.isEnum()) {
            return ((Enum<?>) type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)]).name();
        }
        if (type == boolean.class || type == Boolean.class) {
            return of(List.of("true", "false"));
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return of(List.of("0", "1", "2", "5", "100", "-1", "1000000", "2147483647"));
        }
        if (type.getName().startsWith("java.time.LocalDate")) {
            return of(List.of("2026-01-05", "1999-12-31", "2126-01-01", "0001-01-01", "9999-12-31", "2026-01-05T10:00"));
        }
        return text();
    }

    /** What a provider may say of somebody: each claim right, odd or left out. */
    Map<String, Object> claims(List<String> roles, List<String> scopes) {
        Map<String, Object> claims = new HashMap<>();
        for (String name : List.of("roles", "realm_access", "office", "name", "family_name", "given_name", "preferred_username", "email", "acr", "azp", "client_id", "idtyp", "scope")) {
            if (chance(60)) {
                claims.put(name, chance(35) ? MAPPER.convertValue(odd(0), Object.class) : switch (name) {
                    case "roles" -> chance(50) ? of(roles) : List.of(of(roles), of(roles));
                    case "realm_access" -> Map.of("roles", List.of(of(roles)));
                    case "office" -> of(List.of("AOBA", "WAKAKUSA", "NOWHERE"));
                    case "azp", "client_id" -> of(List.of("city-api", "michishirube-web", "another"));
                    case "scope" -> of(scopes) + " " + of(scopes);
                    default -> text();
                });
            }
        }
        claims.values().removeIf(Objects::isNull);
        return claims;
    }

    /** JSON for a value of that type, each part right, odd or left out. */
    JsonNode json(Type type, int depth) {
        if (chance(12) || depth > 4) {
            return odd(depth);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw && Collection.class.isAssignableFrom(raw)) {
            ArrayNode list = JSON.arrayNode();
            for (int i = random.nextInt(4); i > 0; i--) {
                list.add(json(generic.getActualTypeArguments()[0], depth + 1));
            }
            return list;
        }
        if (!(type instanceof Class<?> plain) || JsonNode.class.isAssignableFrom(plain)) {
            return odd(depth);
        }
        if (plain.isRecord()) {
            ObjectNode object = JSON.objectNode();
            for (RecordComponent part : plain.getRecordComponents()) {
                if (!chance(15)) {
                    object.set(part.getName(), json(part.getGenericType(), depth + 1));
                }
            }
            return object;
        }
        String text = text(plain);
        return plain.isPrimitive() && text.matches("-?\\d{1,18}") ? JSON.numberNode(Long.parseLong(text)) : JSON.textNode(text);
    }

    private JsonNode odd(int depth) {
        return switch (random.nextInt(depth > 4 ? 5 : 8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextLong());
            case 3 -> JSON.numberNode(random.nextGaussian() * 1e9);
            case 4, 5 -> JSON.textNode(text());
            case 6 -> {
                ObjectNode object = JSON.objectNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    object.set(text(), odd(depth + 1));
                }
                yield object;
            }
            default -> {
                ArrayNode list = JSON.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(odd(depth + 1));
                }
                yield list;
            }
        };
    }
}
