package jp.michishirube.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.stream.StreamSupport;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

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

    /**
     * @param lat    degrees
     * @param lon    degrees
     * @param hazard one of the eight designated kinds as the national list spells it; empty or left out for all
     */
    record Asked(Double lat, Double lon, String hazard) {}

    /** By its body alone: where somebody lives does not belong into an address line. */
    @PostMapping("/disaster-app/v1/places/search")
    ObjectNode places(@RequestBody Asked asked) {
        if (asked.lat() == null || asked.lon() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        String hazard = asked.hazard() == null ? "" : asked.hazard();
        ObjectNode answer = mapper.createObjectNode().put("asOf", CityOs.AS_OF);
        ArrayNode places = answer.putArray("places");
        world.places().stream().filter(p -> hazard.isEmpty() || serves(p, hazard))
                .map(p -> ((ObjectNode) p.deepCopy()).put("metres", metres(p, asked.lat(), asked.lon())))
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
