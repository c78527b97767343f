package jp.michishirube.evacuation.map;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import jp.michishirube.evacuation.hazard.Position;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/** A rectangle of paper and the ground it shows: north up, the same scale both ways. */
final class MapFrame {

    private static final double METRES_PER_DEGREE = 111_195;

    private final Rectangle2D paper;
    private final double lat;
    private final double lon;
    private final double stretch;
    private final double scale;

    /** @param ground degrees that must be inside; a margin is added */
    MapFrame(Rectangle2D paper, Envelope ground) {
        this.paper = paper;
        this.lat = ground.centre().y;
        this.lon = ground.centre().x;
        this.stretch = Math.cos(Math.toRadians(lat));
        double wide = Math.max(ground.getWidth() * stretch, 0.003) * 1.24;
        double high = Math.max(ground.getHeight(), 0.003) * 1.24;
        this.scale = Math.min(paper.getWidth() / wide, paper.getHeight() / high);
    }

    Point2D at(Position p) {
        return at(p.lat(), p.lon());
    }

    private Point2D at(double atLat, double atLon) {
        return new Point2D.Double(paper.getCenterX() + (atLon - lon) * stretch * scale, paper.getCenterY() - (atLat - lat) * scale);
    }

    Path2D line(List<Position> line) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < line.size(); i++) {
            Point2D p = at(line.get(i));
            if (i == 0) {
                path.moveTo(p.getX(), p.getY());
            } else {
                path.lineTo(p.getX(), p.getY());
            }
        }
        return path;
    }

    Path2D area(Polygon polygon) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        ring(path, polygon.getExteriorRing().getCoordinates());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            ring(path, polygon.getInteriorRingN(i).getCoordinates());
        }
        return path;
    }

    private void ring(Path2D path, Coordinate[] ring) {
        for (int i = 0; i < ring.length; i++) {
            Point2D p = at(ring[i].y, ring[i].x);
            if (i == 0) {
                path.moveTo(p.getX(), p.getY());
            } else {
                path.lineTo(p.getX(), p.getY());
            }
        }
        path.closePath();
    }

    /** The ground that the paper shows. */
    Envelope ground() {
        double halfWide = paper.getWidth() / 2 / scale / stretch;
        double halfHigh = paper.getHeight() / 2 / scale;
        return new Envelope(lon - halfWide, lon + halfWide, lat - halfHigh, lat + halfHigh);
    }

    /** Length on paper of so many metres. */
    double metres(double metres) {
        return metres / METRES_PER_DEGREE * scale;
    }

    Rectangle2D paper() {
        return paper;
    }
}
