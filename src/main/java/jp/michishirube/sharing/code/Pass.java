package jp.michishirube.sharing.code;

import java.time.Instant;

/**
 * A link or QR code as it is known to us: without its secret.
 *
 * @param scope what it is about, in the words of the room that issued it; ids only
 */
public record Pass(long id, PassKind kind, Holder holder, String scope, Instant madeAt, Instant endsAt, Instant openedAt, State state) {

    public enum State {
        /** May be opened. */
        OPEN,
        /** Opens a single time, and was. */
        USED,
        EXPIRED,
        /** Five wrong codes. */
        LOCKED,
        /** Taken back. */
        REVOKED
    }
}
