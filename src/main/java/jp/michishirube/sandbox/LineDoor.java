package jp.michishirube.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** LINE Messaging API as its public OpenAPI (messaging-api.yml) describes it, as far as the product calls it. */
@RestController
@RequestMapping("/v2/bot")
class LineDoor {

    private static final String RETRY = "X-Line-Retry-Key";

    private final LinePlatform platform;
    private final LineUsers users;
    private final LineHook hook;
    private final ObjectMapper mapper;

    LineDoor(LinePlatform platform, LineUsers users, LineHook hook, ObjectMapper mapper) {
        this.platform = platform;
        this.users = users;
        this.hook = hook;
        this.mapper = mapper;
    }

    /** A no of the platform, with its own words. */
    private static final class No extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final int status;

        No(int status, String message) {
            super(message);
            this.status = status;
        }
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> no(No no) {
        return answer(no.status, null).body(mapper.createObjectNode().put("message", no.getMessage()));
    }

    @ModelAttribute
    void caller(@RequestHeader(name = "Authorization", defaultValue = "") String bearer) {
        if (!bearer.equals("Bearer " + LinePlatform.TOKEN)) {
            throw new No(401, "Authentication failed. Confirm that the access token in the authorization header is valid.");
        }
    }

    @PostMapping("/message/push")
    ResponseEntity<ObjectNode> push(@RequestBody JsonNode body, @RequestHeader(name = RETRY, required = false) String retry) {
        UUID key = key(retry);
        messages(body);
        LineUsers.Phone to = users.of(body.path("to").asText()).orElseThrow(() -> new No(400, "The property, 'to', in the request body is invalid (line: -, column: -)"));
        synchronized (platform) {
            Optional<LinePlatform.Accepted> before = key == null ? Optional.empty() : platform.taken(key);
            if (before.isPresent()) {
                ObjectNode same = before.get().answer().deepCopy().put("message", "The retry key is already accepted");
                return answer(409, null).header("x-line-accepted-request-id", before.get().request()).body(same);
            }
            String request = UUID.randomUUID().toString();
            return platform.take(key, request, to, body.get("messages"), body.path("notificationDisabled").asBoolean())
                    .map(a -> answer(200, request).body(a.answer())).orElseThrow(() -> new No(429, "You have reached your monthly limit."));
        }
    }

    @PostMapping("/message/validate/push")
    ResponseEntity<ObjectNode> validate(@RequestBody JsonNode body, @RequestHeader(name = RETRY, required = false) String retry) {
        noKey(retry);
        messages(body);
        return answer(200, null).body(mapper.createObjectNode());
    }

    @PostMapping("/message/reply")
    ResponseEntity<ObjectNode> reply(@RequestBody JsonNode body, @RequestHeader(name = RETRY, required = false) String retry) {
        noKey(retry);
        messages(body);
        LineUsers.Phone to = platform.replied(body.path("replyToken").asText()).flatMap(users::of).orElseThrow(() -> new No(400, "Invalid reply token"));
        return answer(200, null).body(platform.deliver(to, body.get("messages"), body.path("notificationDisabled").asBoolean()));
    }

    @PostMapping("/user/{id}/linkToken")
    ResponseEntity<ObjectNode> linkToken(@PathVariable String id, @RequestHeader(name = RETRY, required = false) String retry) {
        noKey(retry);
        LineUsers.Phone user = users.of(id).orElseThrow(() -> new No(404, "Not found"));
        return answer(200, null).body(mapper.createObjectNode().put("linkToken", platform.linkToken(user.id)));
    }

    @GetMapping("/profile/{id}")
    ResponseEntity<ObjectNode> profile(@PathVariable String id) {
        LineUsers.Phone user = users.of(id).filter(u -> u.isFriend() && !u.isBlocks()).orElseThrow(() -> new No(404, "Not found"));
        return answer(200, null).body(mapper.createObjectNode().put("displayName", user.name).put("userId", user.id));
    }

    @GetMapping("/message/quota")
    ResponseEntity<ObjectNode> quota() {
        Long limit = platform.limit();
        ObjectNode quota = mapper.createObjectNode().put("type", limit == null ? "none" : "limited");
        return answer(200, null).body(limit == null ? quota : quota.put("value", limit));
    }

    @GetMapping("/message/quota/consumption")
    ResponseEntity<ObjectNode> used() {
        return answer(200, null).body(mapper.createObjectNode().put("totalUsage", platform.used()));
    }

    @GetMapping("/channel/webhook/endpoint")
    ResponseEntity<ObjectNode> endpoint() {
        return answer(200, null).body(mapper.createObjectNode().put("endpoint", hook.endpoint()).put("active", true));
    }

    @PutMapping("/channel/webhook/endpoint")
    ResponseEntity<ObjectNode> endpoint(@RequestBody JsonNode body) {
        hook.endpoint(URI.create(body.path("endpoint").asText()));
        return answer(200, null).body(mapper.createObjectNode());
    }

    private static ResponseEntity.BodyBuilder answer(int status, String request) {
        return ResponseEntity.status(HttpStatus.valueOf(status)).header("x-line-request-id", request == null ? UUID.randomUUID().toString() : request);
    }

    private static UUID key(String retry) {
        try {
            return retry == null ? null : UUID.fromString(retry);
        } catch (IllegalArgumentException e) {
            throw new No(400, "Invalid retry key");
        }
    }

    private static void noKey(String retry) {
        if (retry != null) {
            throw new No(400, "Retry key is not supported by this API");
        }
    }

    private static void messages(JsonNode body) {
        JsonNode messages = body.path("messages");
        if (!messages.isArray() || messages.isEmpty() || messages.size() > 5) {
            throw new No(400, "The request body has 1 error(s)");
        }
        messages.forEach(m -> {
            String text = m.path("text").asText();
            boolean plain = m.path("type").asText().equals("text") && !text.isEmpty() && text.length() <= 5000;
            if (!plain && !(m.path("type").asText().equals("template") && buttons(m))) {
                throw new No(400, "The request body has 1 error(s)");
            }
        });
    }

    /** A template of buttons within the limits of the reference. */
    private static boolean buttons(JsonNode message) {
        JsonNode template = message.path("template");
        JsonNode actions = template.path("actions");
        boolean[] well = {template.path("type").asText().equals("buttons") && fits(message.path("altText"), 400) && fits(template.path("text"), 160)
                && actions.size() >= 1 && actions.size() <= 4};
        actions.forEach(a -> well[0] &= a.path("type").asText().equals("postback") && fits(a.path("label"), 20) && fits(a.path("data"), 300));
        return well[0];
    }

    private static boolean fits(JsonNode text, int most) {
        return text.isTextual() && !text.asText().isEmpty() && text.asText().length() <= most;
    }
}
