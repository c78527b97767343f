package jp.michishirube.evacuation.hazard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.michishirube.municipality.Folders;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.problem.Problem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The ground of the municipality, from {@code forms/<code>/boundary.geojson} (as the national 行政区域 data has it: without the sea).
 * A municipality that brings no boundary gets the whole of Japan, and nothing is refused for lying outside.
 */
@Component
public class MunicipalArea {

    private static final double SURROUNDINGS = 0.02;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private final Folders folders;
    private final String path;
    private volatile Optional<PreparedGeometry> boundary;

    @Autowired
    public MunicipalArea(Folders folders, Municipality municipality) {
        this(folders, municipality.code());
    }

    public MunicipalArea(Folders folders, String code) {
        this.folders = folders;
        this.path = "forms/" + code + "/boundary.geojson";
    }

    public boolean contains(Position position) {
        return boundary().map(b -> b.covers(GEOMETRY.createPoint(new Coordinate(position.lon(), position.lat()))))
                .orElseGet(position::isInJapan);
    }

    /** @throws Problem {@code position-swapped}, {@code position-outside-municipality} */
    public Position checked(double lat, double lon) {
        if (Position.looksSwapped(lat, lon)) {
            throw Problem.badRequest("position-swapped");
        }
        if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180) || !contains(new Position(lat, lon))) {
            throw Problem.badRequest("position-outside-municipality");
        }
        return new Position(lat, lon);
    }

    boolean touches(Geometry geometry) {
        return boundary().map(b -> b.intersects(geometry)).orElse(true);
    }

    /**
     * Cuts a shape that reaches far beyond the municipality down to its surroundings (about 2 km).
     *
     * @return its polygons; lines and points that touch only are nothing
     */
    List<Polygon> clip(Geometry geometry) {
        Envelope box = new Envelope(envelope());
        box.expandBy(SURROUNDINGS);
        Geometry near = boundary().isEmpty() || box.contains(geometry.getEnvelopeInternal()) ? geometry
                : OverlayNGRobust.overlay(geometry, GEOMETRY.toGeometry(box), OverlayNG.INTERSECTION);
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < near.getNumGeometries(); i++) {
            if (near.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.add(polygon);
            }
        }
        return polygons;
    }

    /** Degrees; the whole of Japan without a boundary. */
    public Envelope envelope() {
        return boundary().map(b -> b.getGeometry().getEnvelopeInternal()).orElseGet(() -> new Envelope(122, 154.1, 20, 46));
    }

    public Optional<Geometry> geometry() {
        return boundary().map(PreparedGeometry::getGeometry);
    }

    private Optional<PreparedGeometry> boundary() {
        if (boundary == null) {
            boundary = folders.find(path).map(resource -> {
                try (var in = resource.getInputStream()) {
                    List<Geometry> parts = new ArrayList<>();
                    GeoJsonShapes.each(in, 1 << 26, shape -> {
                        if (shape.geometry() == null) {
                            throw new IllegalStateException(path + ": feature " + shape.number() + " is no area (" + shape.reason() + ")");
                        }
                        parts.add(shape.ofPoints());
                    });
                    return PreparedGeometryFactory.prepare(GEOMETRY.buildGeometry(parts).union());
                } catch (IOException e) {
                    throw new UncheckedIOException(path, e);
                }
            });
        }
        return boundary;
    }
}
