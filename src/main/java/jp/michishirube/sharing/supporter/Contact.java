package jp.michishirube.sharing.supporter;

import java.util.Locale;
import jp.michishirube.sharing.code.Holder;

/**
 * How a supporter of one resident is reached.
 *
 * @param supporterKey {@link jp.michishirube.consent.SupporterKey}
 * @param mail         null for none
 * @param phone        national number, digits only; null for none
 */
record Contact(long id, long residentId, String supporterKey, String mail, String phone, Locale language) {

    Holder holder() {
        return new Holder(Holder.Kind.SUPPORTER, String.valueOf(id));
    }
}
