package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;

/**
 * Forms that were stored before questions had roles ({@code x-is}). Plans were made with them when other rooms knew the questions by
 * their keys: here the keys that counted then become hints, so that what was found then is found still. The only place that knows them;
 * a form that is read from a folder must say its roles itself.
 */
public final class OldForms {

    private static final Map<Role, String> KEYS = new EnumMap<>(Role.class);

    static {
        KEYS.put(Role.RESIDENT_NAME, "/properties/resident/properties/name");
        KEYS.put(Role.RESIDENT_BIRTH_DATE, "/properties/resident/properties/birthDate");
        KEYS.put(Role.RESIDENT_BIRTH_KNOWN, "/properties/resident/properties/birthKnown");
        KEYS.put(Role.RESIDENT_AGE, "/properties/resident/properties/age");
        KEYS.put(Role.RESIDENT_ADDRESS, "/properties/resident/properties/address");
        KEYS.put(Role.RESIDENT_PHONE, "/properties/resident/properties/phone");
        KEYS.put(Role.RESIDENT_COMMISSIONER, "/properties/resident/properties/commissioner");
        KEYS.put(Role.FAMILY, "/properties/household/properties/family");
        KEYS.put(Role.MEDICATION, "/properties/medical/properties/medications");
        KEYS.put(Role.MOVEMENT, "/properties/considerations/properties/movement");
        KEYS.put(Role.ROUTE_MINUTES, "/properties/route/properties/minutes");
        KEYS.put(Role.ROUTE_DISTANCE, "/properties/route/properties/distance");
        KEYS.put(Role.RESIDENT_MAIL, "/properties/resident/properties/email");
        KEYS.put(Role.RESIDENT_HOUSEHOLD, "/properties/household/properties/kind");
        KEYS.put(Role.RESIDENT_FLOOR, "/properties/household/properties/floor");
        KEYS.put(Role.NEEDS, "/properties/considerations/properties/items");
        KEYS.put(Role.NEEDS_OTHER, "/properties/considerations/properties/other");
        KEYS.put(Role.NEEDS_PEOPLE, "/properties/considerations/properties/people");
        KEYS.put(Role.NEEDS_TOOLS, "/properties/considerations/properties/tools");
        KEYS.put(Role.ROUTE_MEANS, "/properties/route/properties/means");
        KEYS.put(Role.ROUTE_AVOID, "/properties/route/properties/avoid");
        KEYS.put(Role.START_WHEN, "/properties/start/properties/when");
        KEYS.put(Role.START_OTHER, "/properties/start/properties/other");
        KEYS.put(Role.START_ORDER, "/properties/start/properties/order");
        KEYS.put(Role.MADE_ON, "/properties/making/properties/madeOn");
        KEYS.put(Role.MADE_BY, "/properties/making/properties/madeBy");
        KEYS.put(Role.NEXT_REVIEW, "/properties/making/properties/reviewOn");
        KEYS.put(Role.SUPPORTERS, "/properties/supporters");
        KEYS.put(Role.CONTACTS, "/properties/contacts");
        KEYS.put(Role.PLACES, "/properties/places");
    }

    private OldForms() {}

    /** @return the schema as it is where it says any role itself, else a copy with the roles that its keys had */
    public static JsonNode withRoles(JsonNode schema) {
        if (!schema.findValues("x-is").isEmpty() || !schema.isObject()) {
            return schema;
        }
        ObjectNode upgraded = schema.deepCopy();
        KEYS.forEach((role, pointer) -> {
            if (upgraded.at(pointer) instanceof ObjectNode question) {
                question.put("x-is", role.word());
                columns(role, question);
            }
        });
        return upgraded;
    }

    /** Cells were known by the words that holders' facts use. */
    private static void columns(Role group, ObjectNode question) {
        for (Role role : Role.values()) {
            if (role.group().filter(group::equals).isPresent() && question.at("/items/properties/" + role.fact()) instanceof ObjectNode column) {
                column.put("x-is", role.word());
            }
        }
    }

    /** Whether both ask the same of people: roles may be added to a form that plans were made with. Order counts, as texts. */
    public static boolean askTheSame(JsonNode a, JsonNode b) {
        return withoutRoles(a).toString().equals(withoutRoles(b).toString());
    }

    private static JsonNode withoutRoles(JsonNode schema) {
        JsonNode bare = schema.deepCopy();
        bare.findParents("x-is").forEach(question -> ((ObjectNode) question).remove("x-is"));
        return bare;
    }
}
