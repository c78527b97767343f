package jp.michishirube.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The city OS (profile, family) and the municipality's secure gateway (needs-support flag). */
@RestController
class CityOs {

    /** As of when the city OS and the gateway answer: a fixed day, so that pages show the same thing each time. */
    static final String AS_OF = "2026-11-01T09:00:00+09:00";

    /** Residents who never registered with the city OS: a gap that a care manager fills by hand. */
    private static final Set<String> NOT_REGISTERED = Set.of("MC-0012", "MC-0036");

    private static final List<String> PROFILE = List.of("id", "name", "kana", "sex", "birthDate", "postalCode", "address", "building",
            "phone", "mobile", "mail", "fax");

    private final World world;
    private final ObjectMapper mapper;

    CityOs(World world, ObjectMapper mapper) {
        this.world = world;
        this.mapper = mapper;
    }

    @GetMapping("/cityos/v1/residents/{id}/profile")
    ObjectNode profile(@PathVariable String id) {
        JsonNode resident = registered(id);
        ObjectNode profile = mapper.createObjectNode();
        PROFILE.stream().filter(resident::has).forEach(key -> profile.set(key, resident.get(key)));
        profile.putObject("location").put("lat", resident.path("lat").asDouble()).put("lon", resident.path("lon").asDouble());
        return profile.put("asOf", AS_OF);
    }

    @GetMapping("/cityos/v1/residents/{id}/family")
    ObjectNode family(@PathVariable String id) {
        JsonNode resident = registered(id);
        ObjectNode family = mapper.createObjectNode().put("household", resident.path("household").asText())
                .put("livingAlone", "独居".equals(resident.path("household").asText()));
        family.set("members", resident.path("family"));
        return family.put("asOf", AS_OF);
    }

    @GetMapping("/gateway/v1/residents/{id}/needs-support")
    ObjectNode needsSupport(@PathVariable String id) {
        ObjectNode answer = known(id).path("needsSupport").deepCopy();
        return answer.put("asOf", AS_OF);
    }

    private JsonNode registered(String id) {
        if (NOT_REGISTERED.contains(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return known(id);
    }

    private JsonNode known(String id) {
        return world.resident(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
