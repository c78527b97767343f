package jp.michishirube.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * What is known of somebody before sign-in stays with the browser, encrypted and for minutes: a session for everybody who passes by would
 * fill the database. AES-GCM; the key is drawn from the client's secret, which all nodes share.
 */
@Component
class SealedCookies {

    static final Duration LIFE = Duration.ofMinutes(10);
    /** Browsers drop a longer one in silence. */
    private static final int LONGEST = 3_800;
    private static final int NONCE = 12;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    SealedCookies(@Value("${michishirube.oidc.client-secret:}") String secret, Clock clock) {
        this.key = key(secret.getBytes(StandardCharsets.UTF_8));
        this.clock = clock;
    }

    /** Without a secret each start has a key of its own: whoever is at the sign-in page then begins again. */
    private SecretKeySpec key(byte[] secret) {
        try {
            byte[] from = secret;
            if (from.length == 0) {
                from = new byte[32];
                random.nextBytes(from);
            }
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(from, "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal("michishirube cookies before sign-in".getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A value too long for a cookie is not kept. */
    void put(HttpServletRequest request, HttpServletResponse response, String name, String value) {
        String sealed = seal(name, value);
        if (sealed.length() <= LONGEST) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, name, sealed, LIFE).toString());
        }
    }

    /** Empty for none, for one of another key or name, and for one that is too old. */
    Optional<String> get(HttpServletRequest request, String name) {
        return Arrays.stream(request.getCookies() == null ? new Cookie[0] : request.getCookies()).filter(c -> c.getName().equals(name))
                .flatMap(c -> open(name, c.getValue()).stream()).findFirst();
    }

    void remove(HttpServletRequest request, HttpServletResponse response, String name) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, name, "", Duration.ZERO).toString());
    }

    private static ResponseCookie cookie(HttpServletRequest request, String name, String value, Duration life) {
        // Lax: the provider's redirect back brings it along.
        return ResponseCookie.from(name, value).path(request.getContextPath() + "/").httpOnly(true).secure(request.isSecure()).sameSite("Lax")
                .maxAge(life).build();
    }

    private String seal(String name, String value) {
        try {
            byte[] nonce = new byte[NONCE];
            random.nextBytes(nonce);
            byte[] text = value.getBytes(StandardCharsets.UTF_8);
            byte[] plain = ByteBuffer.allocate(Long.BYTES + text.length).putLong(clock.instant().plus(LIFE).getEpochSecond()).put(text).array();
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, name, nonce).doFinal(plain);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> open(String name, String value) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(value);
            if (all.length <= NONCE) {
                return Optional.empty();
            }
            ByteBuffer plain = ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, name, Arrays.copyOf(all, NONCE)).doFinal(all, NONCE, all.length - NONCE));
            return plain.getLong() < clock.instant().getEpochSecond() ? Optional.empty() : Optional.of(StandardCharsets.UTF_8.decode(plain).toString());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String name, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
