package jp.michishirube.sharing.channel;

import java.security.GeneralSecurityException;

/** A link as it waits in the outbox of the demonstration. */
public final class Waiting {

    private Waiting() {}

    public static byte[] sealed(String link) {
        try {
            return new SealedLinks("michishirube-web-secret", "").seal(link);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
