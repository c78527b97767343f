package jp.michishirube.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionDecoderFactory;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * The product may show who it is by a key instead of its secret, as デジタル認証アプリ demands it. Its public part is registered here by a file
 * ({@code sandbox.client-key}), as it is by a form there. Without one, nobody comes in by a key.
 */
@Component
class ClientKeys implements JwtDecoderFactory<RegisteredClient> {

    private final Settings settings;

    ClientKeys(Settings settings) {
        this.settings = settings;
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        if (settings.clientKey.isBlank() || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.PRIVATE_KEY_JWT)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        try {
            JWK key = JWK.parse(Files.readString(Path.of(settings.clientKey)));
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withPublicKey(key.toRSAKey().toRSAPublicKey()).build();
            decoder.setJwtValidator(JwtClientAssertionDecoderFactory.DEFAULT_JWT_VALIDATOR_FACTORY.apply(client));
            return decoder;
        } catch (IOException | ParseException | JOSEException e) {
            throw new IllegalStateException("sandbox.client-key: " + settings.clientKey, e);
        }
    }
}
