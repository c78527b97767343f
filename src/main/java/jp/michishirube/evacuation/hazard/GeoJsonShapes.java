package jp.michishirube.evacuation.hazard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
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
    private static final Object NO_POINT = new Object();
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
        int[] number = new int[1];
        try (JsonParser parser = JSON.createParser(new Limited(in, maxBytes))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw Problem.badRequest("area-file-no-features");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.START_ARRAY && name.equals("features")) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        each.accept(feature(++number[0], parser));
                    }
                } else if (name.equals("crs")) {
                    // it may stand behind the features, too
                    requireKnownDatum(parser.readValueAsTree().toString());
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("area-file-broken", e.getLocation() == null ? 1 : e.getLocation().getLineNr());
        }
        if (number[0] == 0) {
            throw Problem.badRequest("area-file-no-features");
        }
    }

    /** Coordinates are read as they come: a tree of them would be many times the file. */
    private static Shape feature(int number, JsonParser parser) throws IOException {
        JsonNode properties = MissingNode.getInstance();
        String type = "";
        Object coordinates = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("properties")) {
                properties = parser.readValueAsTree();
            } else if (name.equals("geometry") && value == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String part = parser.currentName();
                    JsonToken said = parser.nextToken();
                    if (part.equals("type")) {
                        type = parser.getText();
                    } else if (part.equals("coordinates") && said == JsonToken.START_ARRAY) {
                        coordinates = positions(parser);
                    } else {
                        parser.skipChildren();
                    }
                }
            } else {
                parser.skipChildren();
            }
        }
        return shape(number, type, coordinates, properties);
    }

    /** @return a point, a list of what stands inside, or {@link #NO_POINT} */
    private static Object positions(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_ARRAY || first == JsonToken.END_ARRAY) {
            List<Object> inside = new ArrayList<>();
            for (JsonToken token = first; token == JsonToken.START_ARRAY; token = parser.nextToken()) {
                inside.add(positions(parser));
            }
            if (parser.currentToken() == JsonToken.END_ARRAY) {
                return inside;
            }
            return noPoint(parser);
        }
        if (!first.isNumeric()) {
            return noPoint(parser);
        }
        double x = Degrees.at(parser);
        if (!parser.nextToken().isNumeric()) {
            return noPoint(parser);
        }
        Coordinate point = new Coordinate(x, Degrees.at(parser));
        // a height, which nobody needs
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
        }
        return point;
    }

    private static Object noPoint(JsonParser parser) throws IOException {
        while (parser.currentToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            parser.nextToken();
        }
        return NO_POINT;
    }

    /** The old Tokyo datum (EPSG:4301) lies about 400 m beside; plane coordinates are no degrees at all. */
    private static void requireKnownDatum(String crs) {
        Matcher epsg = EPSG.matcher(crs);
        if (epsg.find() && !DATUMS.contains(epsg.group(1))) {
            throw Problem.badRequest("area-file-datum", epsg.group(1));
        }
    }

    private static Shape shape(int number, String type, Object coordinates, JsonNode properties) {
        if (coordinates == null || coordinates instanceof List<?> list && list.isEmpty()) {
            return new Shape(number, null, "empty", properties);
        }
        try {
            return switch (type) {
                case "Polygon" -> new Shape(number, polygon(coordinates), null, properties);
                case "MultiPolygon" -> new Shape(number, GEOMETRY.createMultiPolygon(inside(coordinates).stream().map(GeoJsonShapes::polygon)
                        .toArray(Polygon[]::new)), null, properties);
                default -> new Shape(number, null, "not-polygon", properties);
            };
        } catch (IllegalArgumentException e) {
            return new Shape(number, null, "ring-open", properties);
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
        List<?> all = inside(points);
        Coordinate[] coordinates = new Coordinate[all.size()];
        for (int i = 0; i < coordinates.length; i++) {
            if (!(all.get(i) instanceof Coordinate point)) {
                throw new IllegalArgumentException("not a point");
            }
            coordinates[i] = point;
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
