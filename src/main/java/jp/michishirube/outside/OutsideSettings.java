package jp.michishirube.outside;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import jp.michishirube.security.ClientKey;

/**
 * @param urls           where each service is found, by its name in the settings ({@code michishirube.services.city-os} …); a service
 *                       without an address is not used here
 * @param tokenUrl       the token endpoint for client credentials; asked for when the first token is needed; throws while nobody can tell it
 * @param clientId       our name as a system
 * @param clientSecret   and its secret
 * @param clientKey      or the key that stands for it
 * @param connectTimeout until a connection stands
 * @param readTimeout    until an answer is there
 * @param attempts       how often a call is tried at once
 * @param pause          before the second try, doubled for each further one
 * @param rest           how long a service that keeps failing is left alone
 */
record OutsideSettings(
        Map<String, String> urls, Supplier<String> tokenUrl, String clientId, String clientSecret, ClientKey clientKey, Duration connectTimeout, Duration readTimeout,
        int attempts, Duration pause, Duration rest) {

    /** @return null where this installation does not use the service */
    String urlOf(OutsideService service) {
        String url = urls.get(service.setting());
        return url == null || url.isBlank() ? null : url.replaceAll("/+$", "");
    }
}
