package jp.michishirube.sharing.telephone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.michishirube.door.PlainTime;
import jp.michishirube.door.StrictJson;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.channel.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the provider tells what came of a call that asked something: {@code {"reference", "result", "key", "at"}}, signed over the bytes as
 * they came ({@code X-Signature}: HMAC-SHA256 in Base64). Answered with what to read aloud ({@code {"say"}}). The same told again, with its {@code at}, changes nothing; the same key at another time was pressed again.
 */
@RestController
@PreAuthorize("permitAll()")
class CallWebhook {

    private static final Logger LOG = LoggerFactory.getLogger(CallWebhook.class);
    private static final int MOST_BYTES = 1 << 14;

    private final List<CallResults> rooms;
    private final Outbox outbox;
    private final ObjectMapper mapper;
    private final String secret;

    CallWebhook(List<CallResults> rooms, Outbox outbox, ObjectMapper mapper, @Value("${michishirube.telephone.webhook-secret:}") String secret) {
        this.rooms = rooms;
        this.outbox = outbox;
        this.mapper = mapper;
        this.secret = secret;
    }

    /** @return 401 for a wrong signature, 400 for what is no result, 404 for a call that is none of ours or where no secret is set */
    @PostMapping("/hooks/telephone")
    ResponseEntity<Map<String, String>> take(HttpServletRequest request) throws IOException {
        if (secret.isBlank()) {
            return ResponseEntity.notFound().build();
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE).build();
        }
        if (!isSigned(body, request.getHeader("X-Signature"))) {
            LOG.warn("a telephone webhook with a wrong signature was refused");
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        Heard heard;
        try {
            StrictJson.check(body, Set.of());
            heard = read(mapper.readTree(body));
        } catch (Problem | com.fasterxml.jackson.core.JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            LOG.warn("a signed telephone webhook cannot be read: {}", e.getClass().getSimpleName());
            return ResponseEntity.badRequest().build();
        }
        return take(heard);
    }

    private record Heard(UUID reference, CallResults.Result result, int key, Instant at) {}

    /** @throws IllegalArgumentException for what is no result; {@link DateTimeException} for no time */
    private static Heard read(JsonNode told) {
        UUID reference = UUID.fromString(told.path("reference").asText());
        CallResults.Result result = CallResults.Result.valueOf(told.path("result").asText());
        String key = told.path("key").asText("");
        Instant at = Instant.parse(told.path("at").asText());
        if (!PlainTime.is(at) || !key.matches(result == CallResults.Result.KEY ? "[0-9]" : "")) {
            throw new IllegalArgumentException("no result of a call");
        }
        return new Heard(reference, result, key.isEmpty() ? 0 : Integer.parseInt(key), at);
    }

    private ResponseEntity<Map<String, String>> take(Heard heard) {
        Optional<String> say = outbox.call(heard.reference()).flatMap(call -> rooms.stream().filter(r -> r.of() == call.to().kind()).findFirst()
                .map(r -> r.told(new CallResults.Told(heard.reference(), call.to(), call.language(), heard.result(), heard.key(), heard.at()))));
        return say.map(words -> ResponseEntity.ok(Map.of("say", words))).orElseGet(() -> ResponseEntity.notFound().build());
    }

    private boolean isSigned(byte[] body, String signature) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return signature != null && MessageDigest.isEqual(mac.doFinal(body), Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
