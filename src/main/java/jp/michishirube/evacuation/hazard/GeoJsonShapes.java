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
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern EPSG = Pattern.compile("EPSG:+(?:[\\d.]*:)?(\\d+)");
    private static final Set<String> DATUMS = Set.of("4326", "4612", "6668", "6697");

    private GeoJsonShapes() {}

    /**
     * @param number   of the feature in the file, from 1
     * @param geometry polygons, or null where the feature has none
     * @param reason   why it has none: {@code empty}, {@code not-polygon}, {@code ring-open}; null where it has
     */
    record Shape(int number, Geometry geometry, String reason, JsonNode properties) {}

    /**
     * Hands over one feature after the other; a feature without an area does not stop the others.
     *
     * @throws Problem {@code area-file-too-large}, {@code area-file-broken} with the line, {@code area-file-no-features},
     *                 {@code area-file-datum} where the file names a datum other than JGD2000, JGD2011 or WGS 84
     */
    static void each(InputStream in, long maxBytes, Consumer<Shape> each) throws IOException {
        int number = 0;
        try (JsonParser parser = JSON.createParser(new Limited(in, maxBytes))) {
            if (!toFeatures(parser)) {
                throw Problem.badRequest("area-file-no-features");
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                JsonNode feature = parser.readValueAsTree();
                each.accept(shape(++number, feature.path("geometry"), feature.path("properties")));
            }
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("area-file-broken", e.getLocation() == null ? 1 : e.getLocation().getLineNr());
        }
        if (number == 0) {
            throw Problem.badRequest("area-file-no-features");
        }
    }

    private static boolean toFeatures(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_ARRAY && name.equals("features")) {
                return true;
            }
            if (name.equals("crs")) {
                requireKnownDatum(parser.readValueAsTree().toString());
            } else {
                parser.skipChildren();
            }
        }
        return false;
    }

    /** The old Tokyo datum (EPSG:4301) lies about 400 m beside; plane coordinates are no degrees at all. */
    private static void requireKnownDatum(String crs) {
        Matcher epsg = EPSG.matcher(crs);
        if (epsg.find() && !DATUMS.contains(epsg.group(1))) {
            throw Problem.badRequest("area-file-datum", epsg.group(1));
        }
    }

    private static Shape shape(int number, JsonNode node, JsonNode properties) {
        JsonNode coordinates = node.path("coordinates");
        if (node.isMissingNode() || node.isNull() || coordinates.isEmpty()) {
            return new Shape(number, null, "empty", properties);
        }
        try {
            return switch (node.path("type").asText()) {
                case "Polygon" -> new Shape(number, polygon(coordinates), null, properties);
                case "MultiPolygon" -> {
                    List<Polygon> parts = new ArrayList<>();
                    coordinates.forEach(p -> parts.add(polygon(p)));
                    yield new Shape(number, GEOMETRY.createMultiPolygon(parts.toArray(Polygon[]::new)), null, properties);
                }
                default -> new Shape(number, null, "not-polygon", properties);
            };
        } catch (IllegalArgumentException e) {
            return new Shape(number, null, "ring-open", properties);
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
