package jp.michishirube.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.server.ResponseStatusException;

/** 発災通知フラグ: the city OS or the disaster app tells the product that something has happened, and what it was answered. */
@Controller
class FlagPage {

    private static final List<String> HAZARDS = List.of("EARTHQUAKE", "TSUNAMI", "FLOOD", "LANDSLIDE", "STORM_SURGE", "INLAND_FLOODING", "LARGE_FIRE", "VOLCANO");
    private static final List<String> MODES = List.of("REAL", "DRILL", "TEST");

    private final Settings settings;
    private final ProductToken tokens;
    private final ObjectMapper mapper;
    private final RestClient http;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();

    FlagPage(Settings settings, ProductToken tokens, ObjectMapper mapper) {
        this.settings = settings;
        this.tokens = tokens;
        this.mapper = mapper;
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(Duration.ofSeconds(2));
        requests.setReadTimeout(Duration.ofSeconds(10));
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    /** @param answer status and what the product made of it */
    record Sent(Instant at, String id, ObjectNode signal, String answer) {}

    @ModelAttribute("product")
    String product() {
        return settings.product;
    }

    @GetMapping("/flag")
    String show(Model model) {
        List<Sent> newest = new ArrayList<>(sent);
        java.util.Collections.reverse(newest);
        model.addAttribute("hazards", HAZARDS).addAttribute("modes", MODES).addAttribute("sent", newest);
        return "flag";
    }

    /** @param areas parted by commas; none for the whole municipality */
    @PostMapping("/flag")
    String send(@RequestParam String hazard, @RequestParam String mode, @RequestParam(defaultValue = "") String areas, @RequestParam(defaultValue = "") String words) {
        if (!HAZARDS.contains(hazard) || !MODES.contains(mode) || words.length() > 300) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        ObjectNode signal = mapper.createObjectNode().put("id", UUID.randomUUID().toString()).put("mode", mode).put("hazard", hazard)
                .put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()).put("words", words.strip());
        var named = signal.putArray("areas");
        for (String area : areas.split("[,、，\\s]+")) {
            if (!area.isEmpty()) {
                named.add(area);
            }
        }
        tell(signal);
        return "redirect:/flag";
    }

    /** The same once more, as a line that does not know whether it was heard. */
    @PostMapping("/flag/{id}/again")
    String again(@PathVariable String id) {
        tell(sent.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)).signal());
        return "redirect:/flag";
    }

    private void tell(ObjectNode signal) {
        String answer;
        try {
            JsonNode body = http.post().uri(settings.product + "/api/v1/disaster-signals").headers(h -> h.setBearerAuth(tokens.of(http, "signals:write")))
                    .contentType(MediaType.APPLICATION_JSON).body(signal).retrieve().body(JsonNode.class);
            answer = body.path("outcome").asText();
        } catch (RestClientResponseException e) {
            answer = String.valueOf(e.getStatusCode().value());
        } catch (RestClientException e) {
            answer = e.getClass().getSimpleName();
        }
        sent.add(new Sent(Instant.now(), signal.path("id").asText(), signal, answer));
    }
}
