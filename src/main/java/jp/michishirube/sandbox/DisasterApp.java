package jp.michishirube.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.stream.StreamSupport;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The residents' disaster app: evacuation places around an address, nearest first. */
@RestController
class DisasterApp {

    private static final int AT_MOST = 5;
    private static final double METRES_PER_DEGREE = 111_320;

    private final World world;
    private final ObjectMapper mapper;

    DisasterApp(World world, ObjectMapper mapper) {
        this.world = world;
        this.mapper = mapper;
    }

    /** @param hazard one of the eight designated kinds as the national list spells it; empty for all */
    @GetMapping("/disaster-app/v1/places")
    ObjectNode places(@RequestParam double lat, @RequestParam double lon, @RequestParam(defaultValue = "") String hazard) {
        ObjectNode answer = mapper.createObjectNode().put("asOf", CityOs.AS_OF);
        ArrayNode places = answer.putArray("places");
        world.places().stream().filter(p -> hazard.isEmpty() || serves(p, hazard))
                .map(p -> ((ObjectNode) p.deepCopy()).put("metres", metres(p, lat, lon)))
                .sorted(Comparator.comparingLong(p -> p.path("metres").asLong()))
                .limit(AT_MOST).forEach(places::add);
        return answer;
    }

    private static boolean serves(JsonNode place, String hazard) {
        return StreamSupport.stream(place.path("hazards").spliterator(), false).anyMatch(h -> h.asText().equals(hazard));
    }

    /** Plane distance; the city is a few kilometres wide. */
    private static long metres(JsonNode place, double lat, double lon) {
        double north = (place.path("lat").asDouble() - lat) * METRES_PER_DEGREE;
        double east = (place.path("lon").asDouble() - lon) * METRES_PER_DEGREE * Math.cos(Math.toRadians(lat));
        return Math.round(Math.hypot(north, east));
    }
}
