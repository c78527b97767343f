package jp.michishirube.outside;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param baseUrl        where all services are found, each under its own path ({@code <base>/cityos/v1/…}), as in the sandbox
 * @param urls           a service's own base instead, by its name ({@code cityos}, {@code gateway}, {@code disaster-app},
 *                       {@code care-circle})
 * @param tokenUrl       the token endpoint for client credentials
 * @param clientId       our name as a system
 * @param clientSecret   and its secret
 * @param connectTimeout until a connection stands; 2 s
 * @param readTimeout    until an answer is there; 5 s
 * @param attempts       how often a call is tried at once; 3
 * @param pause          before the second try, doubled for each further one; 300 ms
 * @param rest           how long a service that keeps failing is left alone; 30 s
 */
@ConfigurationProperties("michishirube.outside")
public record OutsideSettings(
        String baseUrl, Map<String, String> urls, String tokenUrl, String clientId, String clientSecret,
        Duration connectTimeout, Duration readTimeout, Integer attempts, Duration pause, Duration rest) {

    public OutsideSettings {
        baseUrl = baseUrl == null ? "" : baseUrl.replaceAll("/+$", "");
        urls = urls == null ? Map.of() : Map.copyOf(urls);
        tokenUrl = tokenUrl == null || tokenUrl.isBlank() ? baseUrl + "/oauth2/token" : tokenUrl;
        clientId = clientId == null ? "michishirube" : clientId;
        clientSecret = clientSecret == null ? "" : clientSecret;
        connectTimeout = connectTimeout == null ? Duration.ofSeconds(2) : connectTimeout;
        readTimeout = readTimeout == null ? Duration.ofSeconds(5) : readTimeout;
        attempts = attempts == null ? 3 : attempts;
        pause = pause == null ? Duration.ofMillis(300) : pause;
        rest = rest == null ? Duration.ofSeconds(30) : rest;
    }

    String urlOf(OutsideService service) {
        String own = urls.get(service.path());
        return own == null || own.isBlank() ? baseUrl + "/" + service.path() : own.replaceAll("/+$", "");
    }
}
