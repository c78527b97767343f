package jp.michishirube.evacuation.hazard;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Reads a hazard map in GeoJSON, feature by feature, and keeps what lies in the municipality: a prefecture's file may be a hundred times
 * larger than that. An area whose shape or place is wrong is refused with the reason; the others are taken.
 */
public final class HazardFile {

    /** Counted up when files are read differently: a map read by an older one is read anew, though the file is the same. */
    static final int READER = 3;
    /** Refusals kept with their place; more are counted. */
    private static final int MOST_REFUSED = 100;

    private final HazardKind usual;
    private final MunicipalArea municipality;
    private final List<Area> areas = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private int refusedMore;
    private int outside;
    private boolean otherRanks;
    private boolean metres;

    private HazardFile(HazardKind usual, MunicipalArea municipality) {
        this.usual = usual;
        this.municipality = municipality;
    }

    /** @param reason sentence under {@code area-refused.<reason>} with the position of the fault, if it has one */
    record Refused(int number, String reason, Double lat, Double lon) {}

    /** By what an area's class was told. */
    enum ToldBy {
        /** Words, a unit, or keys whose scale is known. */
        ITSELF,
        /** A {@code rank} without a scale of its own. */
        RANK,
        /** A number under {@code depth} or the like, without a unit. */
        BARE_DEPTH
    }

    public record Area(HazardKind hazard, Measure measure, int level, String label, ToldBy toldBy, Polygon shape) {}

    /**
     * @param refusedMore refusals beyond those listed
     * @param outside     areas that lie in other municipalities and were left out
     */
    public record Content(List<Area> areas, List<Refused> refused, int refusedMore, int outside) {

        long unknown() {
            return areas.stream().filter(a -> a.level() == HazardClass.UNKNOWN).count();
        }
    }

    public static Content read(InputStream in, HazardKind usual, MunicipalArea municipality, long maxBytes) throws IOException {
        HazardFile file = new HazardFile(usual, municipality);
        GeoJsonShapes.each(in, maxBytes, file::take);
        return file.content();
    }

    private void take(GeoJsonShapes.Shape shape) {
        if (shape.geometry() == null) {
            refuse(shape.number(), shape.reason(), null);
            return;
        }
        Geometry geometry = shape.geometry();
        Envelope box = geometry.getEnvelopeInternal();
        Coordinate centre = box.centre();
        if (centre == null) {
            refuse(shape.number(), "empty", null);
        } else if (Position.looksSwapped(centre.y, centre.x)) {
            refuse(shape.number(), "swapped", centre);
        } else if (Math.abs(box.getMaxY()) > 90 || Math.abs(box.getMaxX()) > 180 || !new Position(centre.y, centre.x).isInJapan()) {
            refuse(shape.number(), "outside-japan", centre);
        } else if (!municipality.envelope().intersects(box)) {
            outside++;
        } else {
            takeHere(shape, shape.ofPoints());
        }
    }

    private void takeHere(GeoJsonShapes.Shape shape, Geometry geometry) {
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        Geometry sound = error == null ? geometry : ShapeRepair.of(geometry).orElse(null);
        if (sound == null) {
            refuse(shape.number(), error.getErrorType() == TopologyValidationError.SELF_INTERSECTION
                    || error.getErrorType() == TopologyValidationError.RING_SELF_INTERSECTION ? "self-crossing" : "invalid", error.getCoordinate());
        } else if (!municipality.touches(sound)) {
            outside++;
        } else {
            municipality.clip(sound).forEach(polygon -> HazardClasses.of(shape.properties(), hazard(shape.properties()))
                    .forEach(c -> add(c, shape.properties(), polygon)));
        }
    }

    private void add(HazardClass read, JsonNode properties, Polygon polygon) {
        String rank = HazardClasses.rank(properties);
        boolean own = read.hazard() == null && read.measure() == Measure.DEPTH;
        String bare = own ? HazardClasses.bareDepth(properties) : null;
        ToldBy toldBy = own && rank != null ? ToldBy.RANK : bare != null ? ToldBy.BARE_DEPTH : ToldBy.ITSELF;
        otherRanks |= toldBy == ToldBy.RANK && HazardClasses.code(rank) > 6;
        metres |= toldBy == ToldBy.BARE_DEPTH && !bare.matches("[1-8](\\.0+)?");
        HazardKind hazard = read.hazard() == null ? hazard(properties) : read.hazard();
        areas.add(new Area(hazard, read.measure(), read.level(), properties.path("label").asText(read.label()), toldBy, polygon));
    }

    /** A scale of eight classes is another scale altogether: its 3 is not our 3. */
    private Content content() {
        return new Content(areas.stream().map(this::ofKnownScale).toList(), refused, refusedMore, outside);
    }

    /** Depths without a unit that are 1 to 8 throughout a file are classes as likely as metres, and class 4 of the national six is up to ten metres. */
    private Area ofKnownScale(Area area) {
        boolean known = switch (area.toldBy()) {
            case ITSELF -> true;
            case RANK -> !otherRanks;
            case BARE_DEPTH -> metres;
        };
        return known ? area : new Area(area.hazard(), area.measure(), HazardClass.UNKNOWN, HazardClass.unknown(area.hazard(), area.measure(),
                area.toldBy() == ToldBy.RANK ? "rank" : area.label()).label(), area.toldBy(), area.shape());
    }

    private void refuse(int number, String reason, Coordinate at) {
        if (refused.size() < MOST_REFUSED) {
            refused.add(new Refused(number, reason, at == null ? null : at.y, at == null ? null : at.x));
        } else {
            refusedMore++;
        }
    }

    private HazardKind hazard(JsonNode properties) {
        String said = properties.path("hazard").asText("");
        for (HazardKind kind : HazardKind.values()) {
            if (kind.name().equals(said) || kind.lawName().equals(said)) {
                return kind;
            }
        }
        return usual;
    }
}
