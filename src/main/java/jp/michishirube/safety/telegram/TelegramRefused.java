package jp.michishirube.safety.telegram;

/** A telegram or feed that is not read. Carries a kind and nothing of its content. */
public class TelegramRefused extends RuntimeException {

    /** Why; in words under {@code warnings.refused.<kind>}. */
    public enum Why {
        /** Cut off, or no XML at all. */
        NO_XML,
        /** More bytes, deeper or longer than any telegram is. */
        TOO_LARGE,
        /** It names a document type or an entity, as no telegram does. */
        DOCTYPE,
        /** XML of another kind. */
        NO_TELEGRAM,
        /** One that says the same in the form before 2026-05-28 and runs beside the new one: read too, everything would begin twice. */
        TRANSITIONAL,
        /** A telegram of a kind that is not read here. */
        OTHER_KIND,
        /** A telegram in which something is missing that its kind always has, or is not what the form says. */
        NOT_AS_THE_FORM,
        /** Its time lies ahead of our clock. */
        FROM_THE_FUTURE
    }

    private final Why why;

    public TelegramRefused(Why why) {
        super(why.name());
        this.why = why;
    }

    TelegramRefused(Why why, Throwable cause) {
        super(why.name(), cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
