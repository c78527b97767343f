package jp.michishirube.sandbox;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** What the identity provider says about people and systems, and the key it signs with (new at each start). */
@Configuration(proxyBeanMethods = false)
class IdentityProvider {

    @Bean
    AuthorizationServerSettings authorizationServerSettings(Settings settings) {
        AuthorizationServerSettings.Builder builder = AuthorizationServerSettings.builder();
        return (settings.issuer == null ? builder : builder.issuer(settings.issuer)).build();
    }

    @Bean
    JWKSource<SecurityContext> jwkSource() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        RSAKey key = new RSAKey.Builder((RSAPublicKey) pair.getPublic()).privateKey((RSAPrivateKey) pair.getPrivate())
                .keyID(UUID.randomUUID().toString()).build();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    /** Puts roles, office, name and mail of a person into ID and access token; a system's token carries its scopes only. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(Accounts accounts, Standing standing) {
        return context -> {
            String subject = context.getPrincipal().getName();
            boolean access = OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType());
            boolean person = !AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType());
            if (access) {
                address(context);
            }
            if (person && standing.is(subject, Standing.Change.SHUT)) {
                throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
            }
            if (person && (access || OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue()))) {
                context.getClaims().claims(claims -> {
                    accounts.shapes().ofSubject(subject).ifPresent(shape -> claims.putAll(access ? shape.access() : shape.idToken()));
                    describe(accounts.find(subject), claims);
                    lessRoles(standing, subject, claims);
                });
            }
        };
    }

    /** Whom an access token is for and to whom it was given (RFC 9068): those of the trial client open the product's API, no other. */
    private static void address(JwtEncodingContext context) {
        String client = context.getRegisteredClient().getClientId();
        context.getClaims().claim("client_id", client).audience(List.of(Clients.API.equals(client) ? Clients.API_AUDIENCE : client));
    }

    /** The same for {@code /userinfo}. */
    static OidcUserInfo userInfo(Accounts accounts, Standing standing, String subject) {
        return OidcUserInfo.builder().subject(subject).claims(claims -> {
            accounts.shapes().ofSubject(subject).ifPresent(shape -> claims.putAll(shape.userInfo()));
            describe(accounts.find(subject), claims);
            lessRoles(standing, subject, claims);
        }).build();
    }

    private static void describe(Accounts.Account account, Map<String, Object> claims) {
        if (account == null) {
            return;
        }
        claims.put("roles", new ArrayList<>(account.roles()));
        if (account.office() != null) {
            claims.put("office", account.office());
        }
        claims.put("name", account.name());
        claims.put("preferred_username", account.id());
        claims.put("email", account.mail());
    }

    private static void lessRoles(Standing standing, String subject, Map<String, Object> claims) {
        if (standing.is(subject, Standing.Change.WITHOUT_ROLES)) {
            claims.keySet().removeAll(List.of("roles", "role", "groups", "realm_access"));
        }
    }
}
