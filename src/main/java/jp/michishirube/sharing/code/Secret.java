package jp.michishirube.sharing.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * 128 random bits as 26 letters and digits (Crockford's Base32): short in a QR code, and readable aloud or from paper, since letters that
 * look like digits are read as these.
 */
final class Secret {

    static final int LENGTH = 26;
    private static final String SIGNS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    static String make() {
        byte[] bytes = new byte[BITS / 8];
        RANDOM.nextBytes(bytes);
        java.math.BigInteger number = new java.math.BigInteger(1, bytes);
        StringBuilder text = new StringBuilder();
        for (int i = LENGTH - 1; i >= 0; i--) {
            text.append(SIGNS.charAt(number.shiftRight(5 * i).intValue() & 31));
        }
        return text.toString();
    }

    /** Six digits. */
    static String makeCode() {
        return String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
    }

    /** As it was made, from what a person typed or a camera read; empty for what cannot be one. */
    static String plain(String typed) {
        String plain = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s\\u3000-]", "").replace('o', '0').replace('i', '1').replace('l', '1');
        return plain.length() == LENGTH && plain.chars().allMatch(c -> SIGNS.indexOf(c) >= 0) ? plain : "";
    }

    /** Digits alone, full width ones too. */
    static String plainCode(String typed) {
        return java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC).replaceAll("\\D", "");
    }

    static byte[] hash(String secret) {
        return sha256("pass " + secret);
    }

    /** Over both: whoever reads the database has no secret, and cannot find the six digits by trying. */
    static byte[] codeHash(String secret, String code) {
        return sha256("code " + secret + " " + code);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
