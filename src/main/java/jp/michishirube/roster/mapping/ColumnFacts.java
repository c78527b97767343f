package jp.michishirube.roster.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands in one column of a sheet.
 *
 * @param filled  cells that are not blank
 * @param values  each value with how often it occurs; null when there are too many of them to be codes
 * @param samples the first few
 * @param hidden  cells with a character that shows nothing
 */
public record ColumnFacts(long filled, Map<String, Long> values, List<String> samples, long hidden) {

    static final ColumnFacts EMPTY = new ColumnFacts(0, Map.of(), List.of(), 0);

    /** Values, most frequent first. */
    public Map<String, Long> byFrequency() {
        Map<String, Long> sorted = new LinkedHashMap<>();
        if (values != null) {
            values.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                    .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        }
        return sorted;
    }
}
