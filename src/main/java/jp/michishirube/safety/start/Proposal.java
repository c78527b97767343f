package jp.michishirube.safety.start;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import jp.michishirube.safety.event.Hazard;
import jp.michishirube.safety.event.Mode;

/**
 * An event that warnings propose.
 *
 * @param version of what an officer has seen; grows with each signal
 * @param areas   町 and the highest level that was told of each; the empty word for people without a 町
 * @param decided null while it is open
 */
public record Proposal(long id, Mode mode, Hazard hazard, State state, Instant openedAt, Instant changedAt, int version, SortedMap<String, Integer> areas,
                       Decided decided) {

    public enum State { OPEN, STARTED, STARTED_BY_RULE, PUT_ASIDE }

    /** @param eventId null where it was put aside */
    public record Decided(Instant at, String name, String reason, Long eventId) {}

    /**
     * What proposed it or made it graver.
     *
     * @param telegram of the weather office; null for the word of another system
     * @param words    of that system; null for a telegram
     * @param sender   who that is; null for a telegram
     * @param level    0 where none was told
     * @param reason   of the rule, in the municipality's words
     */
    public record Signal(Long telegram, String words, String sender, int level, String reason, Instant at) {}

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public int highest() {
        return areas.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    public List<String> namedAreas() {
        return areas.keySet().stream().filter(a -> !a.isEmpty()).toList();
    }
}
