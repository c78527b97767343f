package jp.michishirube.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.Collection;
import java.util.List;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/** Reads tokens that the identity provider signed, by its published keys; by public-key methods only. */
@Component
class ProviderTokens {

    /** RFC 7519 and RFC 9068; a logout token (logout+jwt) names itself and is none of these. */
    private static final Collection<JOSEObjectType> ACCESS = List.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"));

    private final Provider provider;
    private final ProviderHttp http;
    private volatile NimbusJwtDecoder access;
    private volatile NimbusJwtDecoder identity;

    ProviderTokens(Provider provider, ProviderHttp http) {
        this.provider = provider;
        this.http = http;
    }

    /**
     * @param further what the token must hold to besides issuer, signature and time
     * @throws BadJwtException for a token that is none
     * @throws ProviderTrouble when its keys cannot be had
     */
    Jwt access(String token, OAuth2TokenValidator<Jwt> further) {
        if (access == null) {
            access = decoder(provider.people(), new JwtIssuerValidator(issuer()));
        }
        Jwt jwt = read(access, token);
        if (further.validate(jwt).hasErrors()) {
            throw new BadJwtException("not for us");
        }
        return jwt;
    }

    /** An ID token for our browser sessions; its nonce is not looked at, as a refreshed one need not carry it. */
    Jwt identity(String token) {
        if (identity == null) {
            NimbusJwtDecoder decoder = decoder(provider.people(), new OidcIdTokenValidator(provider.people()));
            decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
            identity = decoder;
        }
        return read(identity, token);
    }

    /** For the library's own steps of the sign-in. */
    JwtDecoder identityDecoder() {
        return this::identity;
    }

    private String issuer() {
        return provider.people().getProviderDetails().getIssuerUri();
    }

    private NimbusJwtDecoder decoder(ClientRegistration registration, OAuth2TokenValidator<Jwt> validator) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(registration.getProviderDetails().getJwkSetUri()).restOperations(http.template())
                .jwsAlgorithms(all -> all.addAll(List.of(SignatureAlgorithm.values())))
                .jwtProcessorCustomizer(p -> p.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<SecurityContext>(types()))).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(), validator));
        return decoder;
    }

    private static java.util.Set<JOSEObjectType> types() {
        java.util.Set<JOSEObjectType> types = new java.util.HashSet<>(ACCESS);
        types.add(null);
        return types;
    }

    private static Jwt read(NimbusJwtDecoder decoder, String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException e) {
            throw e;
        } catch (JwtException e) {
            throw new ProviderTrouble(ProviderTrouble.Code.AWAY, e);
        }
    }
}
