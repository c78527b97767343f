package jp.michishirube.evacuation.hazard;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Reads a hazard map in GeoJSON. An area whose shape or place is wrong is refused with the reason; the others are taken.
 *
 * <p>The class of an area is read from {@code rank} or {@code zone}, or from the keys of 国土数値情報 (浸水想定区域 A31…, 土砂災害警戒区域
 * A33_002).
 */
public final class HazardFile {

    private static final List<String> FLOOD_DEPTHS = List.of("0.5m未満", "0.5〜3.0m", "3.0〜5.0m", "5.0〜10.0m", "10.0〜20.0m", "20.0m以上");

    private HazardFile() {}

    /** @param reason sentence under {@code area-refused.<reason>} with the position of the fault, if it has one */
    record Refused(int number, String reason, Double lat, Double lon) {}

    public record Area(HazardKind hazard, int level, String label, Polygon shape) {}

    public record Content(List<Area> areas, List<Refused> refused) {}

    public static Content read(InputStream in, HazardKind usual, MunicipalArea municipality, long maxBytes) throws IOException {
        List<Area> areas = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (GeoJsonShapes.Shape shape : GeoJsonShapes.read(in, maxBytes)) {
            Refused why = fault(shape, municipality);
            if (why != null) {
                refused.add(why);
                continue;
            }
            HazardKind hazard = hazard(shape.properties(), usual);
            int level = level(shape.properties());
            String label = shape.properties().path("label").asText(label(hazard, level));
            for (int i = 0; i < shape.geometry().getNumGeometries(); i++) {
                areas.add(new Area(hazard, level, label, (Polygon) shape.geometry().getGeometryN(i)));
            }
        }
        return new Content(areas, refused);
    }

    private static Refused fault(GeoJsonShapes.Shape shape, MunicipalArea municipality) {
        Geometry geometry = shape.geometry();
        Envelope box = geometry.getEnvelopeInternal();
        Coordinate centre = box.centre();
        if (centre == null) {
            return new Refused(shape.number(), "empty", null, null);
        }
        if (Position.looksSwapped(centre.y, centre.x)) {
            return new Refused(shape.number(), "swapped", centre.y, centre.x);
        }
        if (Math.abs(box.getMaxY()) > 90 || Math.abs(box.getMaxX()) > 180 || !new Position(centre.y, centre.x).isInJapan()) {
            return new Refused(shape.number(), "outside-japan", centre.y, centre.x);
        }
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error != null) {
            Coordinate at = error.getCoordinate();
            return new Refused(shape.number(), error.getErrorType() == TopologyValidationError.SELF_INTERSECTION
                    || error.getErrorType() == TopologyValidationError.RING_SELF_INTERSECTION ? "self-crossing" : "invalid",
                    at == null ? null : at.y, at == null ? null : at.x);
        }
        return municipality.touches(geometry) ? null : new Refused(shape.number(), "outside-municipality", centre.y, centre.x);
    }

    private static HazardKind hazard(JsonNode properties, HazardKind usual) {
        String said = properties.path("hazard").asText("");
        for (HazardKind kind : HazardKind.values()) {
            if (kind.name().equals(said) || kind.lawName().equals(said)) {
                return kind;
            }
        }
        return usual;
    }

    private static int level(JsonNode properties) {
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            String key = property.getKey();
            if (key.equals("rank") || key.equals("zone") || key.equals("浸水深ランク") || key.matches("A31[a-z]?_[1-4]05") || key.equals("A33_002")) {
                int value = property.getValue().asInt(0);
                if (value >= 1 && value <= 6) {
                    return value;
                }
            }
        }
        return 1;
    }

    private static String label(HazardKind hazard, int level) {
        return switch (hazard) {
            case FLOOD, INLAND_FLOOD, STORM_SURGE, TSUNAMI -> FLOOD_DEPTHS.get(level - 1);
            case LANDSLIDE -> level >= 2 ? "土砂災害特別警戒区域" : "土砂災害警戒区域";
            default -> hazard.lawName();
        };
    }
}
