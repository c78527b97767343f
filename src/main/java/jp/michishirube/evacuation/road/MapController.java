package jp.michishirube.evacuation.road;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import org.locationtech.jts.geom.Envelope;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The municipality's own roads for the maps of the pages: they are there without a network to the outside. */
@RestController
class MapController {

    private static final int MOST_ROADS = 6000;

    private final Roads roads;
    private final ObjectMapper json;

    MapController(Roads roads, ObjectMapper json) {
        this.roads = roads;
        this.json = json;
    }

    /** Roads in the box of degrees as {@code [{"k": kind, "n": name, "l": [[lat, lon], …]}, …]}; empty without an extract. */
    @GetMapping("/map/roads")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<ArrayNode> roads(@RequestParam double south, @RequestParam double north, @RequestParam double west, @RequestParam double east) {
        ArrayNode list = json.createArrayNode();
        if (south < north && west < east) {
            roads.network().ifPresent(n -> n.roads(new Envelope(west, east, south, north).intersection(n.bounds()), MOST_ROADS).forEach(r -> {
                ArrayNode line = json.createArrayNode();
                r.line().forEach(p -> line.add(json.createArrayNode().add(Math.round(p.lat() * 1e6) / 1e6).add(Math.round(p.lon() * 1e6) / 1e6)));
                list.add(json.createObjectNode().put("k", r.kind()).put("n", r.name()).set("l", line));
            }));
        }
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate()).body(list);
    }
}
