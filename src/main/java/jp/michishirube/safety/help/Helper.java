package jp.michishirube.safety.help;

import jp.michishirube.sharing.code.Holder;

/**
 * A supporter and one of those whom they help, in an event.
 *
 * @param contactId where they are reached; the contact is gone when their part is over
 */
record Helper(long id, long eventId, long askedId, long contactId, String supporterKey) {

    /** Behind the id: the word that the start was a mistake. */
    static final String CORRECTION = "c";

    Holder holder() {
        return new Holder(Holder.Kind.HELPER, String.valueOf(id));
    }

    Holder ofCorrection() {
        return new Holder(Holder.Kind.HELPER, id + CORRECTION);
    }

    /** All ways of one supporter are one sender: what was pressed in LINE is taken back on the page. */
    String sender() {
        return "helper " + id;
    }
}
