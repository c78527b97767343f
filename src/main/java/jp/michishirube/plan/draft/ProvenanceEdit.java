package jp.michishirube.plan.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import jp.michishirube.organization.Person;
import jp.michishirube.plan.versions.Provenance;

/** Where the answers come from, while one person edits them. */
final class ProvenanceEdit {

    private final ObjectNode entries;
    private final Person by;
    private final Instant at;
    private boolean confirmed;

    ProvenanceEdit(ObjectNode entries, Person by, Instant at) {
        this.entries = entries;
        this.by = by;
        this.at = at;
    }

    ObjectNode entries() {
        return entries;
    }

    /** Whether the person stood for anything that was linked. */
    boolean confirmed() {
        return confirmed;
    }

    void typed(String address, JsonNode before, JsonNode value) {
        JsonNode entry = entries.get(address);
        if (entry != null && entry.has("holder")) {
            if (value.equals(entry.get("original"))) {
                ObjectNode back = ((ObjectNode) entry).deepCopy();
                back.remove(List.of("original", "by", "at"));
                entries.set(address, back.put("kind", "linked").put("confirmed", true));
            } else {
                entries.set(address, Provenance.edited(entry, before, by.id(), at));
            }
        } else if (value.isNull()) {
            entries.remove(address);
        } else {
            entries.set(address, Provenance.typed(by.id(), at));
        }
    }

    /** A person who enters what was linked stands for it: a later answer of the holder does not replace it. */
    void confirm(String address) {
        if (entries.get(address) instanceof ObjectNode entry && Provenance.isLinked(entry) && !Provenance.isConfirmed(entry)) {
            entry.put("confirmed", true);
            confirmed = true;
        }
    }

    /** A row of a holder that a person removed must not come back by itself: the removal is remembered as an edit. */
    void forgetRow(String address, ObjectNode row) {
        List<String> below = Provenance.under(entries, address);
        JsonNode linked = below.stream().map(entries::get).filter(e -> e.has("holder")).findFirst().orElse(null);
        below.forEach(entries::remove);
        if (linked != null) {
            entries.set(address, Provenance.edited(linked, row, by.id(), at));
        }
    }
}
