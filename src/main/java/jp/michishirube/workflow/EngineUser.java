package jp.michishirube.workflow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The engine's own name for a person. A provider's subject may be of any shape and of 255 characters; the engine takes 64 of few kinds, and
 * its web apps put them into paths.
 */
final class EngineUser {

    /** What the engine takes as the id of a user or group. */
    static final String PATTERN = "[a-zA-Z0-9._@-]{1,64}";

    private static final int DIGITS = 40;

    private EngineUser() {}

    /** @return the subject itself where the engine takes it, else a name made from it, always the same */
    static String of(String subject) {
        if (subject.matches(PATTERN) && !subject.equals(CockpitSignIn.ADMINISTRATORS)) {
            return subject;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
            return "sub-" + HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
