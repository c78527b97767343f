package jp.michishirube.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The care circle app: what family and carers noted about a person; receives the finished plan and gives it back on recall. */
@RestController
class CareCircle {

    /** A plan as the circle holds it. @param extract the part of the plan that the circle may see */
    record Plan(String key, String residentId, String residentName, String caseNumber, int version, Instant at, JsonNode extract,
            byte[] pdf) {

        /** As the circle's members read it; what has another shape is left out, and the PDF is there. */
        List<Section> sections() {
            return StreamSupport.stream(extract.path("sections").spliterator(), false).map(s -> new Section(s.path("key").asText(), s.path("title").asText(),
                    StreamSupport.stream(s.path("rows").spliterator(), false)
                            .map(r -> new Row(r.path("label").asText(), r.path("value").asText(), r.path("item").asInt())).toList())).toList();
        }
    }

    record Section(String key, String title, List<Row> rows) {}

    /** @param item number of the repeated entry, from 1; 0 where nothing repeats */
    record Row(String label, String value, int item) {}

    private final World world;
    private final ObjectMapper mapper;
    private final Received received;
    private final Map<String, Plan> plans = new ConcurrentHashMap<>();

    CareCircle(World world, ObjectMapper mapper, Received received) {
        this.world = world;
        this.mapper = mapper;
        this.received = received;
    }

    @GetMapping("/care-circle/v1/residents/{id}/circle")
    JsonNode circle(@PathVariable String id) {
        return world.resident(id).filter(r -> r.has("circle")).map(CareCircle::withContacts)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The family who live elsewhere are whom the circle would ring up. */
    private static JsonNode withContacts(JsonNode resident) {
        ObjectNode circle = resident.get("circle").deepCopy();
        ArrayNode contacts = circle.putArray("contacts");
        resident.path("family").forEach(member -> {
            if (!member.path("livesTogether").asBoolean()) {
                contacts.add(member);
            }
        });
        return circle;
    }

    /** Takes a plan under the sender's key; the same key again replaces it, so that a repeated message does no harm. */
    @PutMapping("/care-circle/v1/plans/{key}")
    ResponseEntity<ObjectNode> put(@PathVariable String key, @RequestBody JsonNode body) {
        Plan plan = read(key, body);
        boolean again = plans.put(key, plan) != null;
        received.add(again ? Received.Kind.PLAN_AGAIN : Received.Kind.PLAN, plan.caseNumber() + " v" + plan.version(), key, key);
        ObjectNode answer = mapper.createObjectNode().put("key", key).put("receivedAt", plan.at().toString());
        return ResponseEntity.status(again ? HttpStatus.OK : HttpStatus.CREATED).body(answer);
    }

    private Plan read(String key, JsonNode body) {
        String resident = body.path("residentId").asText();
        byte[] pdf;
        try {
            pdf = Base64.getDecoder().decode(body.path("pdf").asText());
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "pdf", e);
        }
        if (resident.isEmpty() || pdf.length < 4 || pdf[0] != '%' || pdf[1] != 'P') {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        String name = world.resident(resident).map(r -> r.path("name").asText()).orElse("");
        return new Plan(key, resident, name, body.path("caseNumber").asText(), body.path("version").asInt(), Instant.now(),
                body.path("extract"), pdf);
    }

    /** Gives a plan back: it is gone here and the answer confirms that, also when it was gone before. */
    @DeleteMapping("/care-circle/v1/plans/{key}")
    ObjectNode recall(@PathVariable String key) {
        Plan gone = plans.remove(key);
        received.add(Received.Kind.RECALL, gone == null ? "" : gone.caseNumber() + " v" + gone.version(), key, null);
        return mapper.createObjectNode().put("key", key).put("recalled", true).put("held", gone != null)
                .put("at", Instant.now().toString());
    }

    List<Plan> plans() {
        return plans.values().stream().sorted(Comparator.comparing(Plan::at).reversed()).toList();
    }

    Plan plan(String key) {
        return plans.get(key);
    }
}
