package jp.michishirube.evacuation.place;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jp.michishirube.evacuation.hazard.Datum;
import jp.michishirube.problem.Problem;

/**
 * Reads a place list in GeoJSON feature by feature, so that a national file needs no more memory than some features. A collection, a list
 * of features, or a sequence of them, with or without the mark of RFC 8142 before each.
 */
final class GeoJsonPlaces {

    private static final JsonFactory JSON = new ObjectMapper().getFactory();
    private static final char RECORD_MARK = 0x1E;
    /** Old files name a kind of disaster only where a place is designated for it: more than the first must be seen. */
    private static final int HELD = 200;

    private final Consumer<Set<PlaceColumn>> columns;
    private final Consumer<RawPlace> rows;
    private final Consumer<RowProblem> problems;
    private final List<RawPlace> held = new ArrayList<>();
    private final Set<PlaceColumn> found = EnumSet.noneOf(PlaceColumn.class);
    private final Set<String> unread = new LinkedHashSet<>();
    private boolean begun;
    private long features;

    private GeoJsonPlaces(Consumer<Set<PlaceColumn>> columns, Consumer<RawPlace> rows, Consumer<RowProblem> problems) {
        this.columns = columns;
        this.rows = rows;
        this.problems = problems;
    }

    /** @throws Problem {@code place-file-no-features} when the JSON holds no features, {@code area-file-datum} for another datum */
    static void read(Reader reader, Consumer<Set<PlaceColumn>> columns, Consumer<RawPlace> rows, Consumer<RowProblem> problems)
            throws IOException {
        GeoJsonPlaces places = new GeoJsonPlaces(columns, rows, problems);
        try (JsonParser parser = JSON.createParser(new WithoutMarks(reader))) {
            for (JsonToken root = parser.nextToken(); root != null; root = parser.nextToken()) {
                places.root(root, parser);
            }
        } catch (JsonProcessingException e) {
            if (places.features == 0) {
                throw Problem.badRequest("place-file-no-features");
            }
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            problems.accept(RowProblem.refusing(line, "", "json-broken", ""));
        }
        if (places.features == 0) {
            throw Problem.badRequest("place-file-no-features");
        }
        places.begin();
    }

    private void root(JsonToken root, JsonParser parser) throws IOException {
        if (root == JsonToken.START_ARRAY) {
            list(parser);
        } else if (root == JsonToken.START_OBJECT) {
            long line = parser.currentLocation().getLineNr();
            ObjectNode alone = JsonNodeFactory.instance.objectNode();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("features") && value == JsonToken.START_ARRAY) {
                    list(parser);
                } else if (name.equals("crs")) {
                    Datum.requireKnown(parser.readValueAsTree().toString());
                } else if (name.equals("geometry") || name.equals("properties")) {
                    alone.set(name, parser.<JsonNode>readValueAsTree());
                } else {
                    parser.skipChildren();
                }
            }
            if (!alone.isEmpty()) {
                feature(line, alone);
            }
        }
    }

    private void list(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            long line = parser.currentLocation().getLineNr();
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                feature(line, parser.readValueAsTree());
            } else {
                parser.skipChildren();
                problems.accept(RowProblem.refusing(line, "", "not-a-point", parser.getText()));
            }
        }
    }

    private void feature(long line, JsonNode feature) {
        features++;
        RawPlace row = row(line, feature);
        if (begun) {
            put(row);
        } else {
            found.addAll(row.values().keySet());
            held.add(row);
            if (held.size() == HELD) {
                begin();
            }
        }
    }

    private void begin() {
        if (!begun) {
            begun = true;
            columns.accept(found);
            held.forEach(this::put);
            held.clear();
        }
    }

    private void put(RawPlace row) {
        if (!row.isBlank()) {
            rows.accept(row);
        }
    }

    private RawPlace row(long line, JsonNode feature) {
        Map<PlaceColumn, String> values = new EnumMap<>(PlaceColumn.class);
        feature.path("properties").properties().forEach(p -> {
            Optional<PlaceColumn> column = PlaceColumn.of(p.getKey());
            column.ifPresent(c -> RawPlace.put(values, c, p.getValue().isNull() ? "" : p.getValue().asText()));
            if (column.isEmpty() && !p.getValue().asText("").isBlank() && !PlaceColumn.isWithoutUse(p.getKey()) && unread.add(p.getKey())) {
                problems.accept(RowProblem.leavingOut(line, p.getKey(), "column-unread", ""));
            }
        });
        JsonNode geometry = feature.path("geometry");
        JsonNode point = geometry.path("coordinates");
        String type = geometry.path("type").asText();
        if (type.equals("MultiPoint") && point.size() == 1) {
            type = "Point";
            point = point.get(0);
        }
        if (type.equals("Point") && point.size() >= 2) {
            values.put(PlaceColumn.LONGITUDE, point.get(0).asText());
            values.put(PlaceColumn.LATITUDE, point.get(1).asText());
        } else if (!geometry.isNull() && !geometry.isMissingNode()) {
            problems.accept(RowProblem.leavingOut(line, "geometry", "not-a-point", type));
        }
        return new RawPlace(line, values);
    }

    /** A blank for each mark: no text of JSON can hold one. */
    private static final class WithoutMarks extends FilterReader {

        WithoutMarks(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            return c == RECORD_MARK ? ' ' : c;
        }

        @Override
        public int read(char[] buffer, int off, int len) throws IOException {
            int n = super.read(buffer, off, len);
            for (int i = off; i < off + n; i++) {
                buffer[i] = buffer[i] == RECORD_MARK ? ' ' : buffer[i];
            }
            return n;
        }
    }
}
