package jp.michishirube.evacuation.hazard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.CharConversionException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.function.Consumer;
import jp.michishirube.problem.Problem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryEditor;

/**
 * Reads GeoJSON areas feature by feature; stops at the given size instead of filling the memory. A collection of features, one feature or
 * geometry alone, or a sequence of them, one a line, with or without the mark of RFC 8142 before each.
 */
final class GeoJsonShapes {

    /** GIS programs write NaN for a number that is none; it concerns its own property alone. */
    private static final JsonFactory JSON = JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build().getFactory();
    private static final GeometryFactory OF_POINTS = new GeometryFactory();
    private static final int RECORD_MARK = 0x1E;

    private GeoJsonShapes() {}

    /**
     * @param number   of the feature in the file, from 1
     * @param geometry polygons whose points are rows of numbers, or null where the feature has none
     * @param reason   why it has none: {@code empty}, {@code not-polygon}, {@code ring-open}; null where it has
     */
    record Shape(int number, Geometry geometry, String reason, JsonNode properties) {

        /** The same polygons of points, as whoever cuts or joins them needs them. */
        Geometry ofPoints() {
            return new GeometryEditor(OF_POINTS).edit(geometry, new GeometryEditor.CoordinateOperation() {
                @Override
                public Coordinate[] edit(Coordinate[] packed, Geometry ring) {
                    return Arrays.stream(packed).map(c -> new Coordinate(c.x, c.y)).toArray(Coordinate[]::new);
                }
            });
        }
    }

    /**
     * Hands over one feature after the other; a feature without an area does not stop the others. One with an area and a line beside it
     * comes twice: as the area, and as what is none.
     *
     * @throws Problem {@code area-file-too-large}, {@code area-file-broken} with the line, {@code area-file-no-features},
     *                 {@code area-file-datum} where the file names a datum other than JGD2000, JGD2011 or WGS 84
     */
    static void each(InputStream in, long maxBytes, Consumer<Shape> each) throws IOException {
        int[] number = new int[1];
        Positions positions = new Positions();
        try (JsonParser parser = JSON.createParser(records(new Limited(in, maxBytes)))) {
            JsonToken token = parser.nextToken();
            do {
                if (token != JsonToken.START_OBJECT) {
                    throw Problem.badRequest("area-file-no-features");
                }
                root(parser, positions, number, each);
                token = parser.nextToken();
            } while (token != null);
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("area-file-broken", e.getLocation() == null ? 1 : e.getLocation().getLineNr());
        } catch (CharConversionException noText) {
            throw Problem.badRequest("area-file-broken", 1);
        }
        if (number[0] == 0) {
            throw Problem.badRequest("area-file-no-features");
        }
    }

    private static void root(JsonParser parser, Positions positions, int[] number, Consumer<Shape> each) throws IOException {
        GeoJsonFeature alone = new GeoJsonFeature(positions);
        boolean collection = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_ARRAY && name.equals("features")) {
                collection = true;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    feature(parser, positions).shapes(++number[0]).forEach(each);
                }
            } else if (name.equals("crs")) {
                // it may stand behind the features, too
                Datum.requireKnown(parser.readValueAsTree().toString());
            } else {
                alone.member(name, parser);
            }
        }
        if (!collection && alone.isAny()) {
            alone.shapes(++number[0]).forEach(each);
        }
    }

    /** What is no feature has no area, and those behind it are read all the same. */
    private static GeoJsonFeature feature(JsonParser parser, Positions positions) throws IOException {
        GeoJsonFeature feature = new GeoJsonFeature(positions);
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                feature.member(name, parser);
            }
        } else {
            parser.skipChildren();
        }
        return feature;
    }

    private static InputStream records(InputStream in) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(in, 1);
        int first = peeked.read();
        if (first < 0) {
            return peeked;
        }
        peeked.unread(first);
        return first == RECORD_MARK ? new WithoutMarks(peeked) : peeked;
    }

    /** A blank for each mark: no text of JSON can hold one. */
    private static final class WithoutMarks extends FilterInputStream {

        WithoutMarks(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            return b == RECORD_MARK ? ' ' : b;
        }

        @Override
        public int read(byte[] buffer, int off, int len) throws IOException {
            int n = super.read(buffer, off, len);
            for (int i = off; i < off + n; i++) {
                buffer[i] = buffer[i] == RECORD_MARK ? (byte) ' ' : buffer[i];
            }
            return n;
        }
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
