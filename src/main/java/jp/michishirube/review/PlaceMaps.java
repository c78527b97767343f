package jp.michishirube.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.plan.versions.Change;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.PlanForm;

/** Changed places as maps: where the place was and where it is now, as the pages' map script reads it. The words stand beside. */
final class PlaceMaps {

    private PlaceMaps() {}

    /** @return JSON by the address of the change; only for places of which a position is known */
    static Map<String, String> of(PlanForm form, List<Change> changes, ObjectNode before, ObjectNode after) {
        Map<String, String> maps = new HashMap<>();
        for (Change change : changes) {
            if (form.field(change.pointer()).filter(f -> f.kind().isPlace()).isPresent()) {
                ObjectNode map = JsonNodeFactory.instance.objectNode();
                point(map, "before", Answers.get(before, change.pointer()));
                point(map, "after", Answers.get(after, change.pointer()));
                if (!map.isEmpty()) {
                    maps.put(change.pointer(), map.toString());
                }
            }
        }
        return maps;
    }

    private static void point(ObjectNode map, String name, JsonNode place) {
        if (place != null && place.path("lat").isNumber() && place.path("lon").isNumber()) {
            map.putObject(name).put("lat", place.path("lat").doubleValue()).put("lon", place.path("lon").doubleValue())
                    .put("label", place.path("name").asText());
        }
    }
}
