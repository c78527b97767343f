package jp.michishirube.tiles;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import jp.michishirube.municipality.Folders;
import jp.michishirube.municipality.Municipality;
import org.springframework.stereotype.Component;

/** Reads the frame from {@code forms/<code>/boundary.geojson}: the outermost of all its positions, longitude first (RFC 7946). */
@Component
class FrameOfMunicipality {

    private final Folders folders;
    private final String path;

    FrameOfMunicipality(Folders folders, Municipality municipality) {
        this.folders = folders;
        this.path = "forms/" + municipality.code() + "/boundary.geojson";
    }

    /** Empty without a boundary: then nobody knows what to fetch, and the maps have no background. */
    Optional<Frame> frame() {
        return folders.find(path).flatMap(resource -> {
            try (InputStream in = resource.getInputStream()) {
                return read(in);
            } catch (IOException e) {
                throw new UncheckedIOException(path, e);
            }
        });
    }

    static Optional<Frame> read(InputStream in) throws IOException {
        double south = 90;
        double north = -90;
        double west = 180;
        double east = -180;
        try (JsonParser json = new JsonFactory().createParser(in)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME && json.currentName().equals("coordinates")) {
                    int depth = 0;
                    int place = 0;
                    do {
                        JsonToken token = json.nextToken();
                        if (token == JsonToken.START_ARRAY) {
                            depth++;
                            place = 0;
                        } else if (token == JsonToken.END_ARRAY) {
                            depth--;
                        } else if (token != null && token.isNumeric()) {
                            double value = json.getDoubleValue();
                            if (place == 0) {
                                west = Math.min(west, value);
                                east = Math.max(east, value);
                            } else if (place == 1) {
                                south = Math.min(south, value);
                                north = Math.max(north, value);
                            }
                            place++;
                        } else {
                            break;
                        }
                    } while (depth > 0);
                }
            }
        }
        return south < north && west < east ? Optional.of(new Frame(south, west, north, east)) : Optional.empty();
    }
}
