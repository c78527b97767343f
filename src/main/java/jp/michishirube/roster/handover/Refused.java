package jp.michishirube.roster.handover;

/** A package that is not accepted. */
public final class Refused extends Exception {

    public enum Why {
        /** No package of this format, or cut short. */
        UNREADABLE,
        /** Made for another installation. */
        NOT_FOR_US,
        /** Signed by nobody we know. */
        UNKNOWN_SENDER,
        /** Bytes differ from what was signed or encrypted. */
        CHANGED,
        TOO_OLD,
        /** Unpacks to more than allowed. */
        TOO_LARGE,
        /** Has not the rows that it says. */
        COUNTS,
        /** A kind of table that this version does not know. */
        UNKNOWN_KIND,
        /** The table inside cannot be read. */
        TABLE
    }

    private final Why why;

    Refused(Why why) {
        super(why.name());
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
