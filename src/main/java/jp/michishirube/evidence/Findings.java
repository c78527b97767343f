package jp.michishirube.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the proof of the chain found.
 *
 * @param lines  of the chain that were looked at
 * @param erased lines whose content is gone, by the rule that erased it
 * @param faults empty when nothing is missing, altered or added
 */
record Findings(long days, long lines, long sealedDays, Map<String, Long> erased, List<Fault> faults) {

    public boolean hold() {
        return faults.isEmpty();
    }

    /**
     * @param day   null for a line that no day holds
     * @param place number of link and line within the day, or the file
     * @param table with the row, such as {@code privacy.access 17}; empty where the chain itself is at fault
     */
    record Fault(LocalDate day, String place, String table, Kind kind) {

        /** Within a day: by link, then by line. */
        long order() {
            String[] numbers = place.split("-");
            return place.matches("\\d+(-\\d+)?") ? Long.parseLong(numbers[0]) * 1_000_000 + (numbers.length > 1 ? Long.parseLong(numbers[1]) : 0) : Long.MAX_VALUE;
        }
    }

    enum Kind {
        /** the line is in the chain and no longer in its table */
        REMOVED,
        /** the line is not what it was when it came into the chain */
        ALTERED,
        /** the line says of itself a time long before it came into the chain */
        DATED_BACK,
        LINK_MISSING, LINK_BROKEN, LINE_MISSING, LINE_ADDED, LINE_WITHOUT_LINK,
        /** a line in its table that the chain passed by */
        OUTSIDE,
        /** the day's sealed end is of another chain, or its seal is not the city's */
        HEAD_DIFFERS, HEAD_NOT_OURS,
        /** the file kept apart says another end than the database */
        FILE_DIFFERS, FILE_MISSING
    }
}
