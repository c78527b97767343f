package jp.michishirube.evacuation.hazard;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;

/**
 * One feature while its members come, in any order. Coordinates are read as they come: a tree of them would be many times the file. A
 * geometry that stands alone is a feature without properties (RFC 7946, 3).
 */
final class GeoJsonFeature {

    private static final GeometryFactory GEOMETRY = new GeometryFactory(PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

    private final Positions positions;
    private JsonNode properties = MissingNode.getInstance();
    private final List<Polygon> polygons = new ArrayList<>();
    /** Why a part of it is no area; null where every part is one. */
    private String reason;
    private boolean isFeature;
    private String type = "";
    private Object coordinates;

    /** @param positions the one reader of the whole file */
    GeoJsonFeature(Positions positions) {
        this.positions = positions;
    }

    /** @param parser at the member's value; left at its end */
    void member(String name, JsonParser parser) throws IOException {
        JsonToken value = parser.currentToken();
        switch (name) {
            case "properties" -> properties = parser.readValueAsTree();
            case "geometry" -> {
                isFeature = true;
                if (value == JsonToken.START_OBJECT) {
                    geometry(parser);
                } else {
                    parser.skipChildren();
                }
            }
            case "type", "coordinates", "geometries" -> part(name, value, parser);
            default -> parser.skipChildren();
        }
    }

    /** Whether what was read can be a feature or a geometry at all. */
    boolean isAny() {
        return isFeature || coordinates != null || !polygons.isEmpty() || reason != null || type.equals("Feature");
    }

    /** To be called once, at its end. */
    List<GeoJsonShapes.Shape> shapes(int number) {
        if (coordinates != null || !isFeature && polygons.isEmpty() && reason == null) {
            add(type, coordinates);
        }
        List<GeoJsonShapes.Shape> shapes = new ArrayList<>();
        if (!polygons.isEmpty()) {
            Geometry area = polygons.size() == 1 ? polygons.get(0) : GEOMETRY.createMultiPolygon(polygons.toArray(Polygon[]::new));
            shapes.add(new GeoJsonShapes.Shape(number, area, null, properties));
        }
        if (reason != null || polygons.isEmpty()) {
            shapes.add(new GeoJsonShapes.Shape(number, null, reason == null ? "empty" : reason, properties));
        }
        return shapes;
    }

    private void geometry(JsonParser parser) throws IOException {
        String outer = type;
        Object before = coordinates;
        type = "";
        coordinates = null;
        boolean collection = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            collection |= name.equals("geometries");
            part(name, parser.nextToken(), parser);
        }
        if (!collection) {
            add(type, coordinates);
        }
        type = outer;
        coordinates = before;
    }

    private void part(String name, JsonToken value, JsonParser parser) throws IOException {
        if (name.equals("type")) {
            type = parser.getText();
        } else if (name.equals("coordinates") && value == JsonToken.START_ARRAY) {
            coordinates = positions.read(parser);
        } else if (name.equals("geometries") && value == JsonToken.START_ARRAY) {
            isFeature = true;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == JsonToken.START_OBJECT) {
                    geometry(parser);
                } else {
                    parser.skipChildren();
                }
            }
        } else {
            parser.skipChildren();
        }
    }

    private void add(String type, Object coordinates) {
        if (coordinates == null || coordinates instanceof List<?> list && list.isEmpty()) {
            reason = "empty";
            return;
        }
        try {
            switch (type) {
                case "Polygon" -> polygons.add(polygon(coordinates));
                case "MultiPolygon" -> polygons.addAll(inside(coordinates).stream().map(GeoJsonFeature::polygon).toList());
                default -> reason = "not-polygon";
            }
        } catch (IllegalArgumentException e) {
            reason = "ring-open";
        }
    }

    private static List<?> inside(Object coordinates) {
        if (coordinates instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("no list of points");
    }

    private static Polygon polygon(Object rings) {
        List<?> all = inside(rings);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no ring");
        }
        LinearRing[] holes = new LinearRing[all.size() - 1];
        for (int i = 1; i < all.size(); i++) {
            holes[i - 1] = ring(all.get(i));
        }
        return GEOMETRY.createPolygon(ring(all.get(0)), holes);
    }

    private static LinearRing ring(Object points) {
        if (points instanceof List<?> none && none.isEmpty()) {
            return GEOMETRY.createLinearRing();
        }
        if (points instanceof double[] positions) {
            return GEOMETRY.createLinearRing(new PackedCoordinateSequence.Double(positions, 2, 0));
        }
        throw new IllegalArgumentException("no positions");
    }
}
