package jp.michishirube.safety.board;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How many stand where, and of whom that is said: no figure shows one ring as if it were everybody.
 *
 * @param lines every part, also where it is nobody
 */
record Tally(List<Line> lines) {

    /**
     * @param planned of those with a plan in force
     * @param roster  of those on the roster alone
     */
    record Line(Part part, long planned, long roster) {

        public long all() {
            return planned + roster;
        }
    }

    static Tally of(List<Row> rows) {
        return new Tally(Arrays.stream(Part.values()).map(p -> new Line(p, count(rows, r -> Part.of(r) == p && r.ring() == 1),
                count(rows, r -> Part.of(r) == p && r.ring() == 2))).toList());
    }

    static Tally sum(Collection<Tally> tallies) {
        return new Tally(Arrays.stream(Part.values()).map(p -> new Line(p,
                tallies.stream().flatMap(t -> t.lines().stream()).filter(l -> l.part() == p).mapToLong(Line::planned).sum(),
                tallies.stream().flatMap(t -> t.lines().stream()).filter(l -> l.part() == p).mapToLong(Line::roster).sum())).toList());
    }

    /** One tally for each 町, in their order. */
    static Map<String, Tally> byArea(List<Row> rows) {
        Map<String, Tally> all = new LinkedHashMap<>();
        rows.stream().map(Row::area).distinct().sorted().forEach(a -> all.put(a, of(rows.stream().filter(r -> r.area().equals(a)).toList())));
        return all;
    }

    public long all() {
        return lines.stream().mapToLong(Line::all).sum();
    }

    public long planned() {
        return lines.stream().mapToLong(Line::planned).sum();
    }

    public long of(Part part) {
        return lines.stream().filter(l -> l.part() == part).mapToLong(Line::all).sum();
    }

    private static long count(List<Row> rows, Predicate<Row> which) {
        return rows.stream().filter(which).count();
    }
}
