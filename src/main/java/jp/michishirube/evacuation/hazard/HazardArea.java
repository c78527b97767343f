package jp.michishirube.evacuation.hazard;

import org.locationtech.jts.geom.Polygon;

/**
 * One area of the municipality's hazard map.
 *
 * @param level how grave within its measure; 0 where the file's class is none that we know
 * @param label as the map calls the class
 * @param map   name of the map that says it
 * @param shape degrees, longitude first
 */
public record HazardArea(long id, HazardKind hazard, Measure measure, int level, String label, String map, String source, Polygon shape) {

    public boolean isClassKnown() {
        return level != HazardClass.UNKNOWN;
    }

    /** For finding the gravest of several: an unknown class outranks the mild ones and hides none that is known to be grave. */
    public double gravity() {
        return gravity(measure, level);
    }

    /**
     * For the order in which statements of different measures are made: the house that is swept away and the special zone before water over
     * the first floor, and how long the water stays at the end.
     */
    double severity() {
        return switch (measure) {
            case DEPTH -> gravity();
            case ZONE -> gravity() == 2 ? 5.5 : isClassKnown() ? 3.2 : 4.2;
            case COLLAPSE -> 5.7;
            case EXTENT -> 2.5;
            case DURATION -> gravity() / 10;
        };
    }

    static double gravity(Measure measure, int level) {
        return level != HazardClass.UNKNOWN ? level : measure == Measure.ZONE ? 1.5 : 2.5;
    }
}
