package jp.michishirube.roster.mapping;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is written otherwise than it stands in the file, counted with one example each, to be shown before it is kept. */
public final class Changes {

    /**
     * @param count  values changed
     * @param before the first of them as it stands
     * @param after  and as it will be kept
     */
    public record Change(long count, String before, String after) {}

    private final Map<String, Change> all = new LinkedHashMap<>();

    void count(String column, String kind, String before, String after) {
        if (!before.equals(after) && !before.isEmpty()) {
            all.merge(column + "." + kind, new Change(1, Width.shorten(before), Width.shorten(after)), (a, b) -> new Change(a.count() + 1, a.before(), a.after()));
        }
    }

    /** By {@code <our key>.<kind>}. */
    public Map<String, Change> all() {
        return all;
    }

    /** Counts those of a page more. */
    public static Map<String, Change> sum(Map<String, Change> before, Map<String, Change> more) {
        Map<String, Change> sum = new LinkedHashMap<>(before);
        more.forEach((key, c) -> sum.merge(key, c, (a, b) -> new Change(a.count() + b.count(), a.before(), a.after())));
        return sum;
    }
}
