package jp.michishirube.evacuation.danger;

import jp.michishirube.evacuation.hazard.HazardArea;
import jp.michishirube.evacuation.hazard.HazardKind;
import org.locationtech.jts.geom.Geometry;

/**
 * What a way should keep out of: an area of a hazard map or a danger spot.
 *
 * @param key    stable name, such as {@code area:12} or {@code spot:3}
 * @param label  as people call it
 * @param kind   dangers of one kind are told once, by the gravest of them
 * @param gravity the graver of one kind has more
 * @param factor how much worse a road in it counts: 1 as good as any, 0.01 a hundred times worse
 * @param shape  degrees
 */
public record Danger(String key, String label, String kind, double gravity, double factor, Geometry shape) {

    public static Danger of(HazardArea area, String label) {
        return new Danger("area:" + area.id(), label, area.hazard() + " " + area.measure(), area.gravity(), factor(area), area.shape());
    }

    /** A class that nobody could read counts as the gravest. */
    private static double factor(HazardArea area) {
        return switch (area.measure()) {
            case ZONE -> area.level() == 1 ? 0.03 : 0.01;
            case COLLAPSE -> 0.01;
            case DURATION -> 0.02;
            case DEPTH, EXTENT -> area.level() == 1 ? 0.05 : area.level() == 2 ? 0.02 : 0.01;
        };
    }

    public static Danger of(DangerSpot spot, String label) {
        return new Danger("spot:" + spot.id(), label, "spot:" + spot.id(), 1, spot.kind().factor(), spot.shape());
    }
}
