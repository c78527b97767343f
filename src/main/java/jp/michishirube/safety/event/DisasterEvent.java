package jp.michishirube.safety.event;

import java.time.Instant;
import java.util.List;

/**
 * 安否確認: one run of asking after people.
 *
 * @param ground    on what whoever began it rested it
 * @param areas     町, sorted; the empty word stands for people without one
 * @param endsAt    it ends by itself then
 * @param reminders how many rounds of reminders have gone
 * @param endedAt   null while it is open
 * @param corrected its start was a mistake, and people were told so
 */
public record DisasterEvent(long id, Mode mode, Hazard hazard, String ground, List<String> areas, Instant startedAt, String startedName,
                            Instant endsAt, int reminders, Instant endedAt, String endedName, boolean corrected) {

    public boolean isOpen() {
        return endedAt == null;
    }

    /** What passes of this event are about. */
    public String scope() {
        return "event " + id;
    }

    /** The area as the city's own people read it; people without one are in the whole city alone. */
    public List<String> namedAreas() {
        return areas.stream().filter(a -> !a.isEmpty()).toList();
    }
}
