package jp.michishirube.evacuation.flight;

import java.util.List;

/**
 * What can be said of one home and one kind of disaster.
 *
 * @param why   the areas of the city's maps that cover the home, the gravest first
 * @param exact the position is that of the door; else the house may stand elsewhere in its block or 町
 */
public record Judged(Verdict verdict, List<Why> why, boolean exact) {

    /** Nobody is told to stay: the mildest that is ever said is what the map does not show. */
    public enum Verdict {
        /** The home lies in a danger, or nobody knows how grave it is. */
        GO,
        /** The room is higher than the water that the map expects, and the house stands. */
        ABOVE,
        /** Maps of all that this disaster brings exist, and none covers the home. */
        OUTSIDE,
        /** Not known: neither where the home is, nor whether any map speaks of it. */
        UNKNOWN
    }

    /**
     * @param hazard  name of the kind of disaster
     * @param measure what its map measures: {@code DEPTH}, {@code DURATION}, {@code COLLAPSE}, {@code ZONE} or {@code EXTENT}
     * @param level   class within the measure; 0 where the map's class is none that we know
     */
    public record Why(String hazard, String measure, int level) {}

    static Judged unknown() {
        return new Judged(Verdict.UNKNOWN, List.of(), false);
    }
}
