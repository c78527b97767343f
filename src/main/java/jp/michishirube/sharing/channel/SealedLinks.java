package jp.michishirube.sharing.channel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A link opens something, so it waits in the outbox sealed, and is gone from it once the message has gone. AES-GCM; the key is drawn from a
 * secret that all nodes share and the database does not know: the client's, or where a key stands for it the seal's password.
 */
@Component
class SealedLinks {

    private static final int NONCE = 12;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    SealedLinks(@Value("${michishirube.oidc.client-secret:}") String secret, @Value("${michishirube.seal.password:}") String seal) throws GeneralSecurityException {
        byte[] from = (secret.isEmpty() ? seal : secret).getBytes(StandardCharsets.UTF_8);
        if (from.length == 0) {
            // What waited from an earlier start cannot be opened then, and is shown to a person.
            from = new byte[32];
            random.nextBytes(from);
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(from, "HmacSHA256"));
        this.key = new SecretKeySpec(mac.doFinal("michishirube links in the outbox".getBytes(StandardCharsets.UTF_8)), "AES");
    }

    byte[] seal(String link) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(link.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty for one that was sealed by another key. */
    Optional<String> open(byte[] sealed) {
        if (sealed == null || sealed.length <= NONCE) {
            return Optional.empty();
        }
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE)).doFinal(sealed, NONCE, sealed.length - NONCE);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, nonce));
        return cipher;
    }
}
