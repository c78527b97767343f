package jp.michishirube.evacuation.danger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jp.michishirube.evacuation.hazard.HazardArea;
import jp.michishirube.evacuation.hazard.Measure;
import jp.michishirube.evacuation.hazard.MunicipalArea;
import jp.michishirube.evacuation.hazard.Position;
import jp.michishirube.tiles.Background;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.springframework.stereotype.Component;

/** What a page's map draws, as JSON for the script. Latitude comes first in every pair, as Leaflet has it. */
@Component
public class MapData {

    /** Degrees, about 3 m: finer than a screen shows. */
    private static final double TOLERANCE = 0.00003;
    private static final int MOST_AREAS = 600;

    private final ObjectMapper json;
    private final Background background;
    private final MunicipalArea area;
    private final Dangers dangers;

    MapData(ObjectMapper json, Background background, MunicipalArea area, Dangers dangers) {
        this.json = json;
        this.background = background;
        this.area = area;
        this.dangers = dangers;
    }

    public ObjectNode empty() {
        ObjectNode map = json.createObjectNode().put("tiles", background.deepest()).put("tilesSource", background.source());
        area.geometry().ifPresent(g -> map.set("boundary", ring(((Polygon) largest(g)).getExteriorRing().getCoordinates())));
        return map;
    }

    public void point(ObjectNode map, String name, Position position, String label) {
        if (position != null) {
            map.set(name, json.createObjectNode().put("lat", position.lat()).put("lon", position.lon()).put("label", label));
        }
    }

    public void line(ObjectNode map, String list, List<Position> line, String label) {
        ArrayNode points = json.createArrayNode();
        line.forEach(p -> points.add(json.createArrayNode().add(p.lat()).add(p.lon())));
        map.withArray(list).add(json.createObjectNode().put("label", label).set("line", points));
    }

    public void spots(ObjectNode map, List<DangerSpot> spots) {
        ArrayNode list = map.withArray("spots");
        for (DangerSpot spot : spots) {
            list.add(json.createObjectNode().put("lat", spot.position().lat()).put("lon", spot.position().lon()).put("radius", spot.radius())
                    .put("label", dangers.spotLabel(spot)).put("state", spot.state().name()));
        }
    }

    public void areas(ObjectNode map, List<HazardArea> areas) {
        ArrayNode list = map.withArray("areas");
        for (HazardArea hazard : areas.stream().filter(a -> a.measure() != Measure.DURATION).limit(MOST_AREAS).toList()) {
            Geometry simple = TopologyPreservingSimplifier.simplify(hazard.shape(), TOLERANCE);
            if (simple instanceof Polygon polygon && !polygon.isEmpty()) {
                ArrayNode rings = json.createArrayNode().add(ring(polygon.getExteriorRing().getCoordinates()));
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    rings.add(ring(polygon.getInteriorRingN(i).getCoordinates()));
                }
                list.add(json.createObjectNode().put("hazard", hazard.hazard().name()).put("measure", hazard.measure().name()).put("level", hazard.level())
                        .put("label", dangers.areaLabel(hazard)).set("rings", rings));
            }
        }
    }

    public String text(ObjectNode map) {
        try {
            return json.writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ArrayNode ring(Coordinate[] coordinates) {
        ArrayNode ring = json.createArrayNode();
        for (Coordinate c : coordinates) {
            ring.add(json.createArrayNode().add(Math.round(c.y * 1e6) / 1e6).add(Math.round(c.x * 1e6) / 1e6));
        }
        return ring;
    }

    private static Geometry largest(Geometry geometry) {
        Geometry largest = geometry.getGeometryN(0);
        for (int i = 1; i < geometry.getNumGeometries(); i++) {
            largest = geometry.getGeometryN(i).getArea() > largest.getArea() ? geometry.getGeometryN(i) : largest;
        }
        return largest;
    }
}
