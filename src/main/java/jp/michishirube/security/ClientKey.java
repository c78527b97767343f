package jp.michishirube.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.text.ParseException;
import java.util.Collections;
import java.util.List;
import org.springframework.security.oauth2.client.endpoint.AbstractOAuth2AuthorizationGrantRequest;
import org.springframework.security.oauth2.client.endpoint.AbstractRestClientOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * How the product shows a token endpoint who it is: by a secret, or by a JWT that it signs with a key of its own ({@code private_key_jwt},
 * RFC 7523 and OpenID Connect Core 1.0, 9).
 */
public final class ClientKey {

    private final JWK key;

    private ClientKey(JWK key) {
        this.key = key;
    }

    /**
     * @param file     a private JWK (RFC 7517), or a PKCS#12 keystore with one entry ({@code .p12}, {@code .pfx}); blank for a secret instead
     * @param password of the keystore and its entry
     * @throws IllegalArgumentException naming the file, never what is in it, where it holds no such key
     */
    public static ClientKey of(String file, String password) {
        if (file == null || file.isBlank()) {
            return new ClientKey(null);
        }
        try {
            JWK key = file.matches("(?i).*\\.(p12|pfx)") ? keystore(Path.of(file), password) : JWK.parse(Files.readString(Path.of(file)));
            if (!key.isPrivate() || key.toPublicJWK() == null) {
                throw new IllegalArgumentException("no private key");
            }
            return new ClientKey(key);
        } catch (IOException | ParseException | JOSEException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("鍵のファイル " + file + " を読めません（docs/identity.md）。 / No private key can be read from " + file + ", see docs/identity.md.");
        }
    }

    private static JWK keystore(Path file, String password) throws IOException, GeneralSecurityException, JOSEException {
        char[] pin = password == null ? new char[0] : password.toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, pin);
        }
        List<String> entries = Collections.list(store.aliases());
        if (entries.size() != 1) {
            throw new IllegalArgumentException("not one entry");
        }
        JWK key = JWK.load(store, entries.get(0), pin);
        if (key == null) {
            throw new IllegalArgumentException("no key of a kind that signs");
        }
        return key;
    }

    public boolean isThere() {
        return key != null;
    }

    /** What the registration says of it; without a key it stays as the secret has it. */
    public ClientRegistration.Builder say(ClientRegistration.Builder registration) {
        return key == null ? registration : registration.clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
    }

    /** Lets this client of a token endpoint sign. */
    public <R extends AbstractOAuth2AuthorizationGrantRequest> void sign(AbstractRestClientOAuth2AccessTokenResponseClient<R> client) {
        if (key != null) {
            client.addParametersConverter(new NimbusJwtClientAuthenticationParametersConverter<>(registration -> key));
        }
    }
}
