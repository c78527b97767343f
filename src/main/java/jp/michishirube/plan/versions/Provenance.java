package jp.michishirube.plan.versions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.michishirube.plan.form.Address;
import jp.michishirube.plan.form.Holder;
import org.springframework.modulith.NamedInterface;

/** Writes and reads where an answer came from. The page, the reviewer and the privacy page all tell it from here. */
@NamedInterface("versions")
public final class Provenance {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Provenance() {}

    public static ObjectNode typed(String by, Instant at) {
        return JSON.objectNode().put("kind", "typed").put("by", by).put("at", at.toString());
    }

    public static ObjectNode linked(Holder holder, Instant asOf, Long consentRecordId) {
        ObjectNode node = JSON.objectNode().put("kind", "linked").put("holder", holder.name());
        if (asOf != null) {
            node.put("asOf", asOf.toString());
        }
        if (consentRecordId != null) {
            node.put("consentRecordId", consentRecordId);
        }
        return node;
    }

    /** A linked value that a person changed: what was linked stays known. */
    public static ObjectNode edited(JsonNode before, JsonNode original, String by, Instant at) {
        ObjectNode node = ((ObjectNode) before).deepCopy();
        node.put("kind", "edited").put("by", by).put("at", at.toString());
        if (!node.has("original") && original != null) {
            node.set("original", original);
        }
        return node;
    }

    /** Linked and not touched by a person since. */
    public static boolean isLinked(JsonNode entry) {
        return entry != null && "linked".equals(entry.path("kind").asText());
    }

    public static boolean isEdited(JsonNode entry) {
        return entry != null && "edited".equals(entry.path("kind").asText());
    }

    public static boolean isConfirmed(JsonNode entry) {
        return entry != null && entry.path("confirmed").asBoolean();
    }

    public static boolean isFrom(JsonNode entry, Holder holder) {
        return entry != null && holder.name().equals(entry.path("holder").asText());
    }

    /** What the page says instead of asking the same choice twice. */
    public static boolean passedOver(JsonNode entry, JsonNode value) {
        if (entry != null) {
            for (JsonNode one : entry.path("passedOver")) {
                if (one.equals(value)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Addresses with an entry at or below the given one. */
    public static List<String> under(JsonNode provenance, String address) {
        List<String> found = new ArrayList<>();
        provenance.fieldNames().forEachRemaining(a -> {
            if (Address.covers(address, a)) {
                found.add(a);
            }
        });
        return found;
    }
}
