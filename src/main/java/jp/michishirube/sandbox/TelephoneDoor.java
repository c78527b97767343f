package jp.michishirube.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Carries SMS and calls, as providers do: no key, so that the same message sent twice arrives twice. */
@RestController
class TelephoneDoor {

    static final String KEY = "sandbox-telephone-key";
    private static final int KEPT = 500;

    enum Kind { SMS, CALL }

    /**
     * @param keys      that the call hears; empty for one that only reads
     * @param reference by which the caller wants to be told; empty for none
     */
    record Line(String id, Instant at, Kind kind, String to, String text, String keys, String reference) {}

    private final ObjectMapper mapper;
    private final List<Line> lines = new ArrayList<>();

    TelephoneDoor(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @PostMapping("/telephone/v1/{what:sms|calls}")
    ResponseEntity<ObjectNode> take(@PathVariable String what, @RequestBody JsonNode body, @RequestHeader(name = "Authorization", defaultValue = "") String bearer) {
        String to = body.path("to").asText();
        String text = body.path("text").asText();
        if (!bearer.equals("Bearer " + KEY)) {
            return ResponseEntity.status(401).build();
        }
        String keys = body.path("keys").asText("");
        if (!to.matches("\\+81[1-9]\\d{8,9}") || text.isEmpty() || text.length() > 660 || !keys.matches("[0-9]{0,10}")) {
            return ResponseEntity.unprocessableEntity().build();
        }
        Line line = new Line(UUID.randomUUID().toString(), Instant.now(), what.equals("sms") ? Kind.SMS : Kind.CALL, to, text, keys, body.path("reference").asText(""));
        add(line);
        return ResponseEntity.accepted().body(mapper.createObjectNode().put("id", line.id()));
    }

    private synchronized void add(Line line) {
        lines.add(0, line);
        if (lines.size() > KEPT) {
            lines.remove(KEPT);
        }
    }

    synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    synchronized Optional<Line> line(String id) {
        return lines.stream().filter(l -> l.id().equals(id)).findFirst();
    }
}
