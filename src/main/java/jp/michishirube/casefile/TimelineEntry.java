package jp.michishirube.casefile;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** @param actor name of the person or system as known when it happened */
public record TimelineEntry(long id, Instant at, String actorId, String actor, String kind, Map<String, String> details) {

    /** The same, of whoever it names by that word. */
    TimelineEntry naming(String somebody) {
        Map<String, String> shown = new HashMap<>(details);
        shown.computeIfPresent("name", (key, name) -> somebody);
        return new TimelineEntry(id, at, actorId, actor, kind, shown);
    }
}
