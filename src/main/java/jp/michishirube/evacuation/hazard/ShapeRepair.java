package jp.michishirube.evacuation.hazard;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * Repairs areas that are drawn loosely but mean one thing: cells that touch at a corner, a hole drawn into the ring, members that share
 * an edge. JTS calls these by the same errors as a ring that really crosses itself; only there the repaired area is another one.
 */
final class ShapeRepair {

    /** Of the area, for what is lost by computing. */
    private static final double SAME = 1e-6;

    private ShapeRepair() {}

    /** @return empty where the repair would change what the map says */
    static Optional<Geometry> of(Geometry drawn) {
        Geometry repaired = GeometryFixer.fix(drawn);
        double before = drawn.getArea();
        return before > 0 && Math.abs(repaired.getArea() - before) <= before * SAME && repaired.isValid() ? Optional.of(repaired) : Optional.empty();
    }
}
