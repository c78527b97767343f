package jp.michishirube.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/**
 * The identity provider, named by its issuer alone. It is asked for its addresses at first use, not at our start: a provider that is
 * away for a minute must not keep the product from starting.
 */
@Configuration(proxyBeanMethods = false)
class IdentityProviderConfiguration {

    /** People sign in by it; the product itself calls outside services by {@code system} (client credentials). */
    static final String PEOPLE = "michishirube";
    static final String SYSTEM = "system";

    @Bean
    ClientRegistrationRepository clientRegistrations(@Value("${michishirube.oidc.issuer}") String issuer,
            @Value("${michishirube.oidc.client-id}") String webId, @Value("${michishirube.oidc.client-secret}") String webSecret,
            @Value("${michishirube.system-client.client-id}") String systemId,
            @Value("${michishirube.system-client.client-secret}") String systemSecret) {
        return new SupplierClientRegistrationRepository(() -> {
            ClientRegistration people = ClientRegistrations.fromIssuerLocation(issuer).registrationId(PEOPLE)
                    .clientId(webId).clientSecret(webSecret).scope("openid", "profile", "email").build();
            ClientRegistration system = ClientRegistrations.fromIssuerLocation(issuer).registrationId(SYSTEM)
                    .clientId(systemId).clientSecret(systemSecret).authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .build();
            return new InMemoryClientRegistrationRepository(people, system);
        });
    }

    @Bean
    JwtDecoder apiTokens(@Value("${michishirube.oidc.issuer}") String issuer) {
        return new SupplierJwtDecoder(() -> JwtDecoders.fromIssuerLocation(issuer));
    }
}
