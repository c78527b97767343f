package jp.michishirube.signing;

import java.time.Instant;

/**
 * What a check of a file tells anyone who holds it, and nothing beyond.
 *
 * @param seals    number of seals in it: 1 as approved, 2 with the signature; 0 where none is ours
 * @param sealedBy name of the certificate that the first seal was made with; null where none is ours
 * @param sealedAt time of the first seal as the sealing system knew it; null where none is ours
 * @param signedAt time of the second seal, which holds the hand signature; null before
 */
public record SealVerdict(Kind kind, int seals, String sealedBy, Instant sealedAt, Instant signedAt) {

    public enum Kind {
        /** Sealed here, and to the last byte as sealed. */
        WHOLE,
        /** Sealed by a key of ours and as sealed, but at a time at which its certificate was not yet, or no longer, valid. */
        OUT_OF_TIME,
        /** Bears a seal of ours, but something was changed inside or appended behind. */
        CHANGED,
        /** Its end is missing, and with it the seal or what the seal covers. */
        CUT,
        /** A PDF with seals or signatures of others only. */
        FOREIGN,
        /** A PDF without any seal. */
        UNSEALED,
        /** Locked by a password, so that nothing can be checked. */
        ENCRYPTED,
        /** No PDF, or damaged so that it cannot be opened. */
        UNREADABLE
    }

    static SealVerdict of(Kind kind) {
        return new SealVerdict(kind, 0, null, null, null);
    }

    public boolean isWhole() {
        return kind == Kind.WHOLE;
    }
}
