package jp.michishirube.sharing.channel;

/**
 * What a provider did with a message.
 *
 * @param cause      a stable word with the names of errors; never a text of theirs, which may hold an address
 * @param providerId by which the provider knows it; null where it tells none
 */
public record Outcome(Kind kind, String cause, String providerId) {

    public enum Kind {
        /** Taken by the provider. That is not: read, not even: arrived. */
        ACCEPTED,
        /** For certain not taken; trying again may help. */
        NOT_NOW,
        /** Will not be taken, whenever it is tried. */
        REFUSED,
        /** Perhaps taken. */
        UNKNOWN
    }

    public static Outcome accepted(String providerId) {
        return new Outcome(Kind.ACCEPTED, null, providerId);
    }

    public static Outcome notNow(String cause) {
        return new Outcome(Kind.NOT_NOW, cause, null);
    }

    public static Outcome refused(String cause) {
        return new Outcome(Kind.REFUSED, cause, null);
    }

    public static Outcome unknown(String cause) {
        return new Outcome(Kind.UNKNOWN, cause, null);
    }
}
