package jp.michishirube.signing;

import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Whether the municipality can seal now, and for how long.
 *
 * @param begins   first day of the certificate; null without a key
 * @param ends     its last day; null without a key
 * @param daysLeft from today to the last day; negative after it
 * @param holder   who the certificate names; empty without a key
 * @param mark     begin of the certificate's fingerprint, tells it from the one before; empty without a key
 */
public record SealState(Kind kind, LocalDate begins, LocalDate ends, long daysLeft, String holder, String mark) {

    /** To get a new certificate from an authority takes weeks. */
    static final int WARNED_DAYS = 60;

    static final SealState MISSING = new SealState(Kind.MISSING, null, null, 0, "", "");

    public enum Kind { MISSING, NOT_YET, VALID, ENDING, ENDED }

    static SealState of(X509Certificate certificate, ZonedDateTime now) {
        ZonedDateTime begin = certificate.getNotBefore().toInstant().atZone(now.getZone());
        ZonedDateTime end = certificate.getNotAfter().toInstant().atZone(now.getZone());
        long left = ChronoUnit.DAYS.between(now.toLocalDate(), end.toLocalDate());
        Kind kind = now.isAfter(end) ? Kind.ENDED : now.isBefore(begin) ? Kind.NOT_YET : left <= WARNED_DAYS ? Kind.ENDING : Kind.VALID;
        return new SealState(kind, begin.toLocalDate(), end.toLocalDate(), left, SealCheck.name(certificate), mark(certificate));
    }

    private static String mark(X509Certificate certificate) {
        try {
            return Hashes.sha256(certificate.getEncoded()).substring(0, 16);
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean canSeal() {
        return kind == Kind.VALID || kind == Kind.ENDING;
    }

    /** Ends the keys of its sentences. */
    public String word() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
