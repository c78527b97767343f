package jp.michishirube.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The programs the identity provider knows. Their secrets are the demonstration's and open; the product refuses them outside it. */
@Configuration(proxyBeanMethods = false)
class Clients {

    /** The product as people sign in to it. */
    static final String WEB = "michishirube-web";
    /** The product as a system that calls the outside services. */
    static final String SYSTEM = "michishirube";
    /** For trying the product's API, and the city OS's own name when it hands over consents. */
    static final String API = "demo-api";
    static final String API_SECRET = "demo-api-secret";
    /** What the product's API is called in a token that is meant for it. */
    static final String API_AUDIENCE = "michishirube-api";

    static final Set<String> SERVICE_SCOPES = Set.of(
            "cityos.profile", "cityos.consent", "gateway.needs-support", "disasterapp.places", "carecircle.read", "carecircle.write");
    static final Set<String> API_SCOPES = Set.of(
            "roster:write", "roster:read", "cases:read", "plans:read", "consents:write", "consents:read", "tasks:read", "tasks:write",
            "consents:handover", "safety:read", "safety:write", "warnings:read", "warnings:write", "signals:write");
    private static final List<String> PEOPLE_SCOPES = List.of("openid", "profile", "email");

    @Bean
    RegisteredClientRepository clientRepository(Settings settings) {
        return new InMemoryRegisteredClientRepository(
                people(client(WEB, "michishirube-web-secret"), settings.product + "/login/oauth2/code/michishirube",
                        settings.product + "/").build(),
                client(SYSTEM, "michishirube-secret").scopes(s -> s.addAll(SERVICE_SCOPES)).build(),
                people(client(API, API_SECRET), settings.product + "/swagger-ui/oauth2-redirect.html", settings.product + "/")
                        .scopes(s -> s.addAll(API_SCOPES)).build());
    }

    private static RegisteredClient.Builder client(String id, String secret) {
        return RegisteredClient.withId(UUID.nameUUIDFromBytes(id.getBytes()).toString())
                .clientId(id).clientSecret("{noop}" + secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(Duration.ofMinutes(30)).build())
                .clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build());
    }

    private static RegisteredClient.Builder people(RegisteredClient.Builder client, String redirect, String afterLogout) {
        return client.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(redirect).postLogoutRedirectUri(afterLogout).scopes(s -> s.addAll(PEOPLE_SCOPES));
    }
}
