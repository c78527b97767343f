package jp.michishirube.sharing.code;

import java.time.Instant;
import java.util.Locale;

/**
 * A link or QR code as it is known to us: without its secret.
 *
 * @param scope what it is about, in the words of the room that issued it; ids only
 */
public record Pass(long id, PassKind kind, Holder holder, String scope, Instant madeAt, Instant endsAt, Instant openedAt, State state) {

    private static final String OWN = " own";

    /**
     * The same scope, for a pass that reaches the holder's own telephone or mailbox and is seen by nobody else: whoever opens it is the holder.
     * One that an office prints or hands over was in the office's hands too, and shows what that office sees and no more.
     */
    public static String own(String scope) {
        return scope + OWN;
    }

    public boolean isOwn() {
        return scope.endsWith(OWN);
    }

    /** Given for its holder as such, as the city does that keeps the list of them, and not for one question or resident. */
    public boolean isForHolder() {
        return scope.equals(holder.kind().name().toLowerCase(Locale.ROOT) + " " + holder.key());
    }

    /** The number that the scope names: of a case, a question, a term. */
    public long about() {
        String words = isOwn() ? scope.substring(0, scope.length() - OWN.length()) : scope;
        return Long.parseLong(words.substring(words.indexOf(' ') + 1));
    }

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
