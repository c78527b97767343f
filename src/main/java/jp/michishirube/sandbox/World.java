package jp.michishirube.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The invented residents and places of the three towns, read from {@code sandbox/residents*.json}. */
@Component
class World {

    private final Map<String, JsonNode> residents = new LinkedHashMap<>();
    private final List<JsonNode> places = new ArrayList<>();

    World(ObjectMapper mapper) throws IOException {
        for (String file : List.of("sandbox/residents.json", "sandbox/residents-elsewhere.json")) {
            try (var in = new ClassPathResource(file).getInputStream()) {
                JsonNode world = mapper.readTree(in);
                world.path("residents").forEach(r -> residents.put(r.path("id").asText(), r));
                world.path("places").forEach(places::add);
            }
        }
    }

    Optional<JsonNode> resident(String id) {
        return Optional.ofNullable(residents.get(id));
    }

    List<JsonNode> residents() {
        return List.copyOf(residents.values());
    }

    List<JsonNode> places() {
        return places;
    }
}
