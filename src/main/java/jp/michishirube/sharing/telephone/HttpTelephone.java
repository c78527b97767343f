package jp.michishirube.sharing.telephone;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import jp.michishirube.sharing.channel.Outcome;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** A provider over HTTP: {@code POST /v1/sms} and {@code /v1/calls} with {@code to}, {@code from}, {@code text}, of a call that asks {@code keys} and {@code reference}; 202 with an {@code id} (docs/channels.md). */
@Component
class HttpTelephone implements TelephoneProvider {

    private final RestClient http;
    private final String sender;

    HttpTelephone(@Value("${michishirube.telephone.url:}") String url, @Value("${michishirube.telephone.key:}") String key,
            @Value("${michishirube.telephone.sender:}") String sender, @Value("${michishirube.outside.connect-timeout:2s}") String connect,
            @Value("${michishirube.outside.read-timeout:5s}") String read) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(DurationStyle.detectAndParse(connect)).followRedirects(HttpClient.Redirect.NEVER).build());
        requests.setReadTimeout(DurationStyle.detectAndParse(read));
        this.http = url.isBlank() || key.isBlank() ? null : RestClient.builder().requestFactory(requests).baseUrl(url)
                .defaultHeaders(h -> h.setBearerAuth(key)).build();
        this.sender = sender;
    }

    @Override
    public boolean isSetUp() {
        return http != null;
    }

    @Override
    public Outcome text(Telephone to, String text) {
        return post("/v1/sms", to, text, Map.of());
    }

    @Override
    public Outcome call(Telephone to, String text) {
        return post("/v1/calls", to, text, Map.of());
    }

    @Override
    public Outcome ask(Telephone to, String text, String keys, UUID reference) {
        return post("/v1/calls", to, text, Map.of("keys", keys, "reference", reference.toString()));
    }

    /** Only a clear no, or a provider that was never reached, is certain. */
    private Outcome post(String path, Telephone to, String text, Map<String, String> more) {
        if (http == null) {
            return Outcome.notNow("NOT_SET_UP");
        }
        Map<String, String> body = new HashMap<>(more);
        body.putAll(Map.of("to", to.international(), "from", sender, "text", text));
        try {
            JsonNode answer = http.post().uri(path).contentType(MediaType.APPLICATION_JSON)
                    .body(body).retrieve().body(JsonNode.class);
            String id = answer == null ? "" : answer.path("id").asText();
            return id.isEmpty() ? Outcome.unknown("LINE_BROKE no id") : Outcome.accepted(id);
        } catch (RestClientResponseException e) {
            return said(e.getStatusCode().value());
        } catch (ResourceAccessException e) {
            boolean reached = !(e.getCause() instanceof ConnectException || e.getCause() instanceof HttpConnectTimeoutException);
            return reached ? Outcome.unknown("LINE_BROKE " + name(e)) : Outcome.notNow("SERVER " + name(e));
        } catch (RestClientException e) {
            return Outcome.unknown("LINE_BROKE " + name(e));
        }
    }

    private static Outcome said(int status) {
        return switch (status) {
            case 401, 403 -> Outcome.notNow("NOT_SET_UP " + status);
            case 429, 503 -> Outcome.notNow("SERVER " + status);
            default -> status >= 500 ? Outcome.unknown("LINE_BROKE " + status) : Outcome.refused("BAD_ADDRESS " + status);
        };
    }

    private static String name(Exception e) {
        return (e.getCause() == null ? e : e.getCause()).getClass().getSimpleName();
    }
}
