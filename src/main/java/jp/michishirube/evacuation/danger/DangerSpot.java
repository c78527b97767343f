package jp.michishirube.evacuation.danger;

import java.time.Instant;
import java.time.LocalDate;
import jp.michishirube.evacuation.hazard.DangerKind;
import jp.michishirube.evacuation.hazard.Position;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.util.GeometricShapeFactory;

/**
 * 危険箇所 on the map.
 *
 * @param radius    metres around the position that are meant
 * @param fromDate  first day it counts
 * @param untilDate last day it counts; it expires by itself then
 * @param photoId   null without a photo
 * @param postedBy  id of the person; {@code poster} is the name as known then
 */
public record DangerSpot(
        long id, DangerKind kind, Position position, int radius, String note, Long photoId, LocalDate fromDate, LocalDate untilDate,
        State state, Instant postedAt, String postedBy, String poster) {

    private static final double METRES_PER_DEGREE = 111_195;

    public enum State {
        /** Posted by someone whose posts the city confirms first. */
        WAITING,
        SHOWN,
        WITHDRAWN;

        public String messageKey() {
            return "danger-state." + name();
        }
    }

    public boolean countsOn(LocalDate day) {
        return state == State.SHOWN && !day.isBefore(fromDate) && !day.isAfter(untilDate);
    }

    public boolean isExpiredOn(LocalDate day) {
        return day.isAfter(untilDate);
    }

    /** A circle over the ground, as a shape in degrees. */
    public Geometry shape() {
        GeometricShapeFactory circle = new GeometricShapeFactory(new GeometryFactory());
        circle.setCentre(new Coordinate(position.lon(), position.lat()));
        circle.setHeight(2 * radius / METRES_PER_DEGREE);
        circle.setWidth(2 * radius / METRES_PER_DEGREE / Math.cos(Math.toRadians(position.lat())));
        circle.setNumPoints(16);
        return circle.createCircle();
    }
}
