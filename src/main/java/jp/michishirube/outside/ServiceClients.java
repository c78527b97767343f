package jp.michishirube.outside;

import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/**
 * One HTTP client per service, each with a token of that service's scope alone.
 *
 * <p>The registrations stay inside this room: they are no sign-in of people, and a page must never choose among them.
 */
final class ServiceClients {

    private final OutsideSettings settings;
    private final JdkClientHttpRequestFactory requests;
    private volatile Map<OutsideService, RestClient> clients;

    ServiceClients(OutsideSettings settings) {
        this.settings = settings;
        this.requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout()).followRedirects(HttpClient.Redirect.NEVER).build());
        requests.setReadTimeout(settings.readTimeout());
    }

    /**
     * @throws OutsideFailure {@code NOT_SET_UP} for a service without an address
     * @throws RuntimeException of whoever knows the token's address, while it cannot be told
     */
    RestClient of(OutsideService service) {
        if (settings.urlOf(service) == null) {
            throw new OutsideFailure(service, OutsideFailure.Reason.NOT_SET_UP, null);
        }
        if (clients == null) {
            clients = clients(settings.tokenUrl().get());
        }
        return clients.get(service);
    }

    private synchronized Map<OutsideService, RestClient> clients(String tokenUrl) {
        if (clients != null) {
            return clients;
        }
        List<ClientRegistration> registrations = Arrays.stream(OutsideService.values())
                .filter(s -> settings.urlOf(s) != null).map(s -> registration(s, tokenUrl)).toList();
        var repository = new InMemoryClientRegistrationRepository(registrations);
        OAuth2AuthorizedClientService tokens = new InMemoryOAuth2AuthorizedClientService(repository);
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(repository, tokens);
        RestClientClientCredentialsTokenResponseClient tokenClient = tokenClient(requests);
        settings.clientKey().sign(tokenClient);
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials(c -> c.accessTokenResponseClient(tokenClient)).build());

        Map<OutsideService, RestClient> built = new EnumMap<>(OutsideService.class);
        for (ClientRegistration registration : registrations) {
            OutsideService service = OutsideService.valueOf(registration.getRegistrationId());
            var interceptor = new OAuth2ClientHttpRequestInterceptor(manager);
            interceptor.setClientRegistrationIdResolver(request -> service.name());
            // One principal for the whole product: a token names the system, and one per person would be fetched anew each time.
            interceptor.setPrincipalResolver(request -> new AnonymousAuthenticationToken(
                    "michishirube", "michishirube", AuthorityUtils.createAuthorityList("SYSTEM")));
            interceptor.setAuthorizationFailureHandler(
                    OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(tokens));
            built.put(service, RestClient.builder().requestFactory(requests).baseUrl(settings.urlOf(service))
                    .requestInterceptor(interceptor).build());
        }
        return built;
    }

    private ClientRegistration registration(OutsideService service, String tokenUrl) {
        return settings.clientKey().say(ClientRegistration.withRegistrationId(service.name()).clientId(settings.clientId())
                .clientSecret(settings.clientSecret()).tokenUri(tokenUrl).scope(service.scopes())
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)).build();
    }

    /** The library's own has no time-outs. */
    private static RestClientClientCredentialsTokenResponseClient tokenClient(ClientHttpRequestFactory factory) {
        var client = new RestClientClientCredentialsTokenResponseClient();
        client.setRestClient(RestClient.builder().requestFactory(factory)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build());
        return client;
    }
}
