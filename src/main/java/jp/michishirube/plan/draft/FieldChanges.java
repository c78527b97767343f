package jp.michishirube.plan.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.PlanForm;

/** Which addresses differ between two states of the answers: single fields, cells, and whole rows that came or went. */
final class FieldChanges {

    private FieldChanges() {}

    /** @return {@code {address: {"before": …, "after": …}}}, a missing side absent */
    static ObjectNode between(PlanForm form, ObjectNode before, ObjectNode after) {
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        Map<String, JsonNode> old = flat(form, before);
        Map<String, JsonNode> now = flat(form, after);
        old.forEach((address, value) -> {
            if (!Objects.equals(value, now.get(address))) {
                put(changes, address, value, now.get(address));
            }
        });
        now.forEach((address, value) -> {
            if (!old.containsKey(address)) {
                put(changes, address, null, value);
            }
        });
        return changes;
    }

    static void put(ObjectNode changes, String address, JsonNode before, JsonNode after) {
        ObjectNode change = changes.putObject(address);
        if (before != null) {
            change.set("before", before);
        }
        if (after != null) {
            change.set("after", after);
        }
    }

    /** Every answer by its address, hidden ones too; a row without any cell stands by its own address. */
    private static Map<String, JsonNode> flat(PlanForm form, ObjectNode answers) {
        Map<String, JsonNode> flat = new LinkedHashMap<>();
        FilledPlan.of(form, answers).all().forEach(q -> {
            if (!q.field().isGroup() && q.value() != null) {
                flat.put(q.address().toString(), q.value());
            }
            if (q.field().isGroup() && !q.field().hasFixedRows()) {
                q.rows().stream().filter(r -> Answers.isEmpty(r.place().cells())).forEach(r -> flat.put(r.address().toString(), JsonNodeFactory.instance.objectNode()));
            }
        });
        return flat;
    }
}
