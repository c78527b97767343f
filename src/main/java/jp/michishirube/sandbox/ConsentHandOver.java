package jp.michishirube.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The city OS telling the product that a resident gave or withdrew a consent there. */
@Component
class ConsentHandOver {

    private final Settings settings;
    private final Received received;
    private final ObjectMapper mapper;
    private final ProductToken tokens;
    private final RestClient http;

    ConsentHandOver(Settings settings, Received received, ObjectMapper mapper, ProductToken tokens) {
        this.settings = settings;
        this.received = received;
        this.mapper = mapper;
        this.tokens = tokens;
        SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
        factory.setConnectTimeout(Duration.ofSeconds(2));
        factory.setReadTimeout(Duration.ofSeconds(10));
        this.http = RestClient.builder().requestFactory(factory).build();
    }

    /**
     * @param state GIVEN, REFUSED or WITHDRAWN
     * @return whether the product took it
     */
    boolean send(String residentId, String purpose, String state) {
        ObjectNode message = mapper.createObjectNode().put("messageId", UUID.randomUUID().toString())
                .put("eventTime", Instant.now().toString()).put("cityOsId", residentId)
                .put("purpose", purpose).put("state", state).put("language", "ja");
        String what = residentId + " " + purpose + " " + state;
        try {
            http.post().uri(settings.product + "/api/v1/consent-handovers").headers(h -> h.setBearerAuth(tokens.of(http, "consents:handover")))
                    .contentType(MediaType.APPLICATION_JSON).body(message).retrieve().toBodilessEntity();
            received.add(Received.Kind.CONSENT_SENT, what, message.path("messageId").asText(), null);
            return true;
        } catch (RestClientException e) {
            received.add(Received.Kind.CONSENT_NOT_SENT, what + ": " + e.getMessage(), message.path("messageId").asText(), null);
            return false;
        }
    }
}
