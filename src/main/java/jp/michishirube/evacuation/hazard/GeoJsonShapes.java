package jp.michishirube.evacuation.hazard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import jp.michishirube.problem.Problem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Reads GeoJSON areas feature by feature; stops at the given size instead of filling the memory. */
final class GeoJsonShapes {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final JsonFactory JSON = new ObjectMapper().getFactory();

    private GeoJsonShapes() {}

    /** @param number of the feature in the file, from 1 */
    record Shape(int number, Geometry geometry, JsonNode properties) {}

    /**
     * @throws Problem {@code area-file-too-large}, {@code area-file-broken} with the line, {@code area-file-no-features},
     *                 {@code area-not-polygon} with the number of the feature
     */
    static List<Shape> read(InputStream in, long maxBytes) throws IOException {
        List<Shape> shapes = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(new Limited(in, maxBytes))) {
            if (!toFeatures(parser)) {
                throw Problem.badRequest("area-file-no-features");
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                JsonNode feature = parser.readValueAsTree();
                shapes.add(new Shape(shapes.size() + 1, geometry(shapes.size() + 1, feature.path("geometry")), feature.path("properties")));
            }
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("area-file-broken", e.getLocation() == null ? 1 : e.getLocation().getLineNr());
        }
        if (shapes.isEmpty()) {
            throw Problem.badRequest("area-file-no-features");
        }
        return shapes;
    }

    private static boolean toFeatures(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("features")) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private static Geometry geometry(int number, JsonNode node) {
        JsonNode coordinates = node.path("coordinates");
        try {
            return switch (node.path("type").asText()) {
                case "Polygon" -> polygon(coordinates);
                case "MultiPolygon" -> {
                    List<Polygon> parts = new ArrayList<>();
                    coordinates.forEach(p -> parts.add(polygon(p)));
                    yield GEOMETRY.createMultiPolygon(parts.toArray(Polygon[]::new));
                }
                default -> throw Problem.badRequest("area-not-polygon", number);
            };
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("area-ring-open", number);
        }
    }

    private static Polygon polygon(JsonNode rings) {
        if (rings.isEmpty()) {
            throw new IllegalArgumentException("no ring");
        }
        LinearRing shell = ring(rings.get(0));
        LinearRing[] holes = new LinearRing[rings.size() - 1];
        for (int i = 1; i < rings.size(); i++) {
            holes[i - 1] = ring(rings.get(i));
        }
        return GEOMETRY.createPolygon(shell, holes);
    }

    private static LinearRing ring(JsonNode points) {
        Coordinate[] coordinates = new Coordinate[points.size()];
        for (int i = 0; i < coordinates.length; i++) {
            JsonNode point = points.get(i);
            if (point.size() < 2 || !point.get(0).isNumber() || !point.get(1).isNumber()) {
                throw new IllegalArgumentException("not a point");
            }
            coordinates[i] = new Coordinate(point.get(0).asDouble(), point.get(1).asDouble());
        }
        return GEOMETRY.createLinearRing(coordinates);
    }

    private static final class Limited extends FilterInputStream {

        private final long max;
        private long left;

        Limited(InputStream in, long max) {
            super(in);
            this.max = max;
            this.left = max;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int off, int len) throws IOException {
            int n = super.read(buffer, off, len);
            count(Math.max(n, 0));
            return n;
        }

        private void count(int n) {
            left -= n;
            if (left < 0) {
                throw Problem.tooLarge("area-file-too-large", max >> 20);
            }
        }
    }
}
