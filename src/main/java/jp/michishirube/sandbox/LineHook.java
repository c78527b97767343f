package jp.michishirube.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Tells the account's webhook what users did, signed (webhook.yml); what was not answered 200 comes again, marked as redelivered. */
@Component
class LineHook {

    private static final String BOT = "U" + "0".repeat(31) + "1";
    private static final int TRIES = 5;

    private final ObjectMapper mapper;
    private final LinePlatform platform;
    private final RestClient http;
    private final ScheduledExecutorService line = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "line-webhook");
        thread.setDaemon(true);
        return thread;
    });
    private volatile URI endpoint;
    private volatile String lastSaid = "";

    LineHook(Settings settings, ObjectMapper mapper, LinePlatform platform) {
        this.mapper = mapper;
        this.platform = platform;
        this.endpoint = URI.create(settings.product + "/hooks/line");
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(Duration.ofSeconds(5));
        requests.setReadTimeout(Duration.ofSeconds(10));
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    void endpoint(URI address) {
        endpoint = address;
    }

    String endpoint() {
        return endpoint.toString();
    }

    /** What the last call was answered; empty before the first. */
    String lastSaid() {
        return lastSaid;
    }

    /** @param more of this kind of event */
    void tell(String type, String user, Consumer<ObjectNode> more) {
        ObjectNode event = mapper.createObjectNode().put("type", type).put("mode", "active").put("timestamp", System.currentTimeMillis())
                .put("webhookEventId", UUID.randomUUID().toString().replace("-", "").toUpperCase(java.util.Locale.ROOT).substring(0, 26));
        event.putObject("source").put("type", "user").put("userId", user);
        event.putObject("deliveryContext").put("isRedelivery", false);
        if (!type.equals("unfollow")) {
            event.put("replyToken", platform.replyToken(user));
        }
        more.accept(event);
        line.execute(() -> deliver(event, 1));
    }

    private void deliver(ObjectNode event, int attempt) {
        ((ObjectNode) event.get("deliveryContext")).put("isRedelivery", attempt > 1);
        ObjectNode call = mapper.createObjectNode().put("destination", BOT);
        call.putArray("events").add(event);
        byte[] body = call.toString().getBytes(StandardCharsets.UTF_8);
        try {
            lastSaid = String.valueOf(http.post().uri(endpoint).contentType(MediaType.APPLICATION_JSON).header("X-Line-Signature", signature(body)).body(body)
                    .retrieve().toBodilessEntity().getStatusCode().value());
        } catch (RestClientException e) {
            lastSaid = e.getClass().getSimpleName();
            if (attempt < TRIES) {
                line.schedule(() -> deliver(event, attempt + 1), attempt * 5L, TimeUnit.SECONDS);
            }
        }
    }

    static String signature(byte[] body) {
        return signature(body, LinePlatform.SECRET);
    }

    static String signature(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void stop() {
        line.shutdownNow();
    }
}
