package jp.michishirube.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;

/**
 * The identity provider, named by its issuer alone. It is asked for its addresses at first use, not at our start, and again until it has
 * answered once: a provider that is away for a while must not keep the product from starting, nor need a second start.
 */
@Component
class Provider implements ClientRegistrationRepository, ProviderAddresses {

    /** People sign in by it. */
    static final String PEOPLE = "michishirube";

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    /** Until it is asked again after it did not answer, so that no page waits for what another has just waited for. */
    private static final long PAUSE_SECONDS = 3;
    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private final OidcSettings settings;
    private final ProviderHttp http;
    private final ClientKey key;
    private final Clock clock;
    private volatile ClientRegistration people;
    private ProviderTrouble last;
    private Instant asked = Instant.MIN;

    Provider(OidcSettings settings, ProviderHttp http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.key = ClientKey.of(settings.clientKey(), settings.clientKeyPassword());
        this.clock = clock;
    }

    /** @throws ProviderTrouble while it cannot be asked */
    ClientRegistration people() {
        ClientRegistration known = people;
        return known == null ? ask() : known;
    }

    @Override
    public ClientRegistration findByRegistrationId(String id) {
        return PEOPLE.equals(id) ? people() : null;
    }

    /** Where signing out leads to; empty until the provider was asked, and for one without it. */
    Optional<String> signOut() {
        return Optional.ofNullable(people).map(known -> known.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint")).map(String::valueOf);
    }

    /** With which we ask for people's tokens. */
    ClientKey key() {
        return key;
    }

    @Override
    public String token() {
        return people().getProviderDetails().getTokenUri();
    }

    private synchronized ClientRegistration ask() {
        if (people != null) {
            return people;
        }
        if (last != null && clock.instant().isBefore(asked.plusSeconds(PAUSE_SECONDS))) {
            throw last;
        }
        try {
            people = registration(document());
            return people;
        } catch (ProviderTrouble e) {
            last = e;
            asked = clock.instant();
            throw e;
        }
    }

    private Map<String, Object> document() {
        String issuer = settings.issuer().replaceAll("/+$", "");
        try {
            return http.rest().get().uri(issuer + "/.well-known/openid-configuration").retrieve().body(JSON);
        } catch (ResourceAccessException e) {
            throw new ProviderTrouble(ProviderTrouble.Code.AWAY, e);
        } catch (RestClientException | IllegalArgumentException e) {
            throw new ProviderTrouble(ProviderTrouble.Code.NONSENSE, e);
        }
    }

    private ClientRegistration registration(Map<String, Object> document) {
        String issuer = document == null ? null : Values.text(document.get("issuer")).orElse(null);
        // Providers differ in whether theirs ends in a slash; the tokens carry it as the provider writes it.
        if (issuer != null && !issuer.replaceAll("/+$", "").equals(settings.issuer().replaceAll("/+$", ""))) {
            throw new ProviderTrouble(ProviderTrouble.Code.ISSUER_DIFFERS, null);
        }
        try {
            ClientRegistration registration = key.say(ClientRegistrations.fromOidcConfiguration(document).registrationId(PEOPLE).clientId(settings.clientId())
                    .clientSecret(settings.clientSecret()).scope(settings.scopes())).build();
            LOG.info("identity provider found: {}", issuer);
            return registration;
        } catch (RuntimeException e) {
            throw new ProviderTrouble(ProviderTrouble.Code.NONSENSE, e);
        }
    }
}
