package jp.michishirube.sharing.supporter;

import java.util.Locale;
import java.util.Optional;
import jp.michishirube.sharing.code.Holder;

/**
 * How a supporter of one resident is reached.
 *
 * @param supporterKey {@link jp.michishirube.consent.SupporterKey}
 * @param mail         null for none
 * @param phone        national number, digits only; null for none
 * @param volunteerId  of the pool's entry, where they were found there; null for others
 */
record Contact(long id, long residentId, String supporterKey, String mail, String phone, Locale language, Long volunteerId) {

    Holder holder() {
        return new Holder(Holder.Kind.SUPPORTER, String.valueOf(id));
    }

    /** As whom they linked LINE when they were asked. */
    Optional<Holder> volunteer() {
        return Optional.ofNullable(volunteerId).map(v -> new Holder(Holder.Kind.VOLUNTEER, String.valueOf(v)));
    }
}
