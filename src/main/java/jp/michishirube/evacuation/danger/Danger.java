package jp.michishirube.evacuation.danger;

import jp.michishirube.evacuation.hazard.HazardArea;
import jp.michishirube.evacuation.hazard.HazardKind;
import org.locationtech.jts.geom.Geometry;

/**
 * What a way should keep out of: an area of a hazard map or a danger spot.
 *
 * @param key    stable name, such as {@code area:12} or {@code spot:3}
 * @param label  as people call it
 * @param factor how much worse a road in it counts: 1 as good as any, 0.01 a hundred times worse
 * @param shape  degrees
 */
public record Danger(String key, String label, double factor, Geometry shape) {

    public static Danger of(HazardArea area, String label) {
        double factor = area.hazard() == HazardKind.LANDSLIDE ? area.level() >= 2 ? 0.01 : 0.03
                : area.level() >= 3 ? 0.01 : area.level() == 2 ? 0.02 : 0.05;
        return new Danger("area:" + area.id(), label, factor, area.shape());
    }

    public static Danger of(DangerSpot spot, String label) {
        return new Danger("spot:" + spot.id(), label, spot.kind().factor(), spot.shape());
    }
}
