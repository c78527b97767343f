package jp.michishirube.safety.warning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import jp.michishirube.safety.event.Mode;

/**
 * What is in force of one river by the telegrams that came.
 *
 * @param level     of the river; 0 for lifted; null where every issue was taken back, so that nobody knows
 * @param since     report time of the issue with which that level began
 * @param telegram  id of the issue that counts; null with the level
 * @param withdrawn the newest word took an issue back, which is no all-clear
 * @param conflict  two telegrams of the same times say different things: the graver counts
 * @param unmatched districts of the telegram that are no 町 of ours: the whole municipality, or what the settings say of the river, stands for them
 * @param areas     level by 町; the empty word for people without one. Empty where nothing is in force here
 */
public record RiverState(Mode mode, String river, String name, Integer level, Instant since, Long telegram, boolean withdrawn, boolean conflict, Concern concern,
                         List<String> unmatched, SortedMap<String, Integer> areas) {

    /** Before its first telegram. */
    public static RiverState none(Mode mode, String river) {
        return new RiverState(mode, river, "", null, null, null, false, false, Concern.NOT_OURS, List.of(), new java.util.TreeMap<>());
    }

    /** The highest of this municipality; 0 where nothing is in force here; the river's where nobody is known in any 町. */
    public int highest() {
        return concern == Concern.NOT_OURS || level == null ? 0 : areas.values().stream().mapToInt(Integer::intValue).max().orElse(level);
    }

    /** 町 with a name, and their levels. */
    public Map<String, Integer> namedAreas() {
        return areas.tailMap("\0");
    }
}
