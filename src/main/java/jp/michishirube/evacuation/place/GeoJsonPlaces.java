package jp.michishirube.evacuation.place;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jp.michishirube.problem.Problem;

/** Reads a place list in GeoJSON feature by feature, so that a national file needs no more memory than one feature. */
final class GeoJsonPlaces {

    private static final JsonFactory JSON = new ObjectMapper().getFactory();

    private GeoJsonPlaces() {}

    /** @throws Problem {@code place-file-no-features} when the JSON holds no list of features */
    static void read(Reader reader, Consumer<Set<PlaceColumn>> columns, Consumer<RawPlace> rows, Consumer<RowProblem> problems)
            throws IOException {
        try (JsonParser parser = JSON.createParser(reader)) {
            if (!toFeatures(parser)) {
                throw Problem.badRequest("place-file-no-features");
            }
            boolean first = true;
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                long line = parser.currentLocation().getLineNr();
                RawPlace row = row(line, parser.readValueAsTree(), problems);
                if (first) {
                    columns.accept(row.values().isEmpty() ? Set.of() : EnumSet.copyOf(row.values().keySet()));
                    first = false;
                }
                if (!row.isBlank()) {
                    rows.accept(row);
                }
            }
            if (first) {
                throw Problem.badRequest("place-file-no-features");
            }
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            problems.accept(RowProblem.refusing(line, "", "json-broken", ""));
        }
    }

    private static boolean toFeatures(JsonParser parser) throws IOException {
        if (parser.nextToken() == JsonToken.START_ARRAY) {
            return true;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("features") && value == JsonToken.START_ARRAY) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private static RawPlace row(long line, JsonNode feature, Consumer<RowProblem> problems) {
        Map<PlaceColumn, String> values = new EnumMap<>(PlaceColumn.class);
        feature.path("properties").properties()
                .forEach(p -> PlaceColumn.of(p.getKey()).ifPresent(c -> values.put(c, p.getValue().isNull() ? "" : p.getValue().asText())));
        JsonNode geometry = feature.path("geometry");
        if (geometry.path("type").asText().equals("Point") && geometry.path("coordinates").size() >= 2) {
            values.put(PlaceColumn.LONGITUDE, geometry.path("coordinates").get(0).asText());
            values.put(PlaceColumn.LATITUDE, geometry.path("coordinates").get(1).asText());
        } else if (!geometry.isNull() && !geometry.isMissingNode()) {
            problems.accept(RowProblem.leavingOut(line, "geometry", "not-a-point", geometry.path("type").asText()));
        }
        return new RawPlace(line, values);
    }
}
