package jp.michishirube.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * The LINE platform's memory: keys of messages that it took, link tokens, reply tokens, the month's messages. As LINE's public OpenAPI
 * (github.com/line/line-openapi) and its reference say.
 */
@Component
class LinePlatform {

    static final String TOKEN = "sandbox-line-token";
    static final String SECRET = "sandbox-line-secret";
    private static final Duration KEY_LIFE = Duration.ofHours(24);
    private static final Duration LINK_TOKEN_LIFE = Duration.ofMinutes(10);
    private static final Duration REPLY_TOKEN_LIFE = Duration.ofMinutes(1);
    private static final int MOST_KEYS = 50_000;

    /** @param answer as it was given then; @param request id of the request that was taken */
    record Accepted(Instant at, String request, ObjectNode answer) {}

    private record Ends(String user, Instant at) {}

    private final ObjectMapper mapper;
    private final SecureRandom random = new SecureRandom();
    private final Map<UUID, Accepted> keys = new LinkedHashMap<>();
    private final Map<String, Ends> linkTokens = new ConcurrentHashMap<>();
    private final Map<String, Ends> replyTokens = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong(500_000_000_000L);
    private long used;
    private Long limit;

    LinePlatform(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Takes one push under its key, or tells what it was answered before. Empty where the month's messages are used up. */
    synchronized Optional<Accepted> take(UUID key, String request, LineUsers.Phone to, JsonNode messages, boolean silent) {
        if (limit != null && used + messages.size() > limit) {
            return Optional.empty();
        }
        Accepted accepted = new Accepted(Instant.now(), request, deliver(to, messages, silent));
        // Whom the account cannot reach does not count.
        used += to.isFriend() && !to.isBlocks() ? messages.size() : 0;
        if (key != null) {
            keys.put(key, accepted);
            if (keys.size() > MOST_KEYS) {
                keys.remove(keys.keySet().iterator().next());
            }
        }
        return Optional.of(accepted);
    }

    synchronized Optional<Accepted> taken(UUID key) {
        return Optional.ofNullable(keys.get(key)).filter(a -> a.at().isAfter(Instant.now().minus(KEY_LIFE)));
    }

    ObjectNode deliver(LineUsers.Phone to, JsonNode messages, boolean silent) {
        ObjectNode answer = mapper.createObjectNode();
        var sent = answer.putArray("sentMessages");
        messages.forEach(m -> {
            JsonNode template = m.path("template");
            List<LineUsers.Button> buttons = new ArrayList<>();
            template.path("actions").forEach(a -> buttons.add(new LineUsers.Button(a.path("label").asText(), a.path("data").asText())));
            to.add(true, template.isMissingNode() ? m.path("text").asText() : template.path("text").asText(), silent, buttons);
            sent.addObject().put("id", String.valueOf(ids.incrementAndGet())).put("quoteToken", secret());
        });
        return answer;
    }

    String linkToken(String user) {
        String token = secret();
        linkTokens.put(token, new Ends(user, Instant.now().plus(LINK_TOKEN_LIFE)));
        return token;
    }

    /** Used up by this. */
    Optional<String> linked(String token) {
        return use(linkTokens, token);
    }

    String replyToken(String user) {
        String token = secret();
        replyTokens.put(token, new Ends(user, Instant.now().plus(REPLY_TOKEN_LIFE)));
        return token;
    }

    Optional<String> replied(String token) {
        return use(replyTokens, token);
    }

    private static Optional<String> use(Map<String, Ends> tokens, String token) {
        return Optional.ofNullable(tokens.remove(token)).filter(e -> e.at().isAfter(Instant.now())).map(Ends::user);
    }

    private String secret() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @param most of the month; null for no limit */
    synchronized void limit(Long most) {
        limit = most;
    }

    synchronized Long limit() {
        return limit;
    }

    synchronized long used() {
        return used;
    }
}
