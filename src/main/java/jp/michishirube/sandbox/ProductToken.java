package jp.michishirube.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** A token with which a system of the outside world calls the product's API. */
@Component
class ProductToken {

    private final Settings settings;
    private final ApplicationContext context;

    ProductToken(Settings settings, ApplicationContext context) {
        this.settings = settings;
        this.context = context;
    }

    String of(RestClient http, String scope) {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        form.add("scope", scope);
        // Asked at the issuer's own address, or the product would not know the token's issuer.
        String issuer = settings.issuer == null ? "http://localhost:" + port : settings.issuer;
        JsonNode answer = http.post().uri(issuer + "/oauth2/token").headers(h -> h.setBasicAuth(Clients.API, Clients.API_SECRET))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED).body(form).retrieve().body(JsonNode.class);
        return answer.path("access_token").asText();
    }
}
