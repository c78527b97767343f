package jp.michishirube.sharing.supporter;

import java.util.Locale;
import jp.michishirube.sharing.code.Holder;

/**
 * How a supporter of one resident is reached.
 *
 * @param supporterKey {@link jp.michishirube.consent.SupporterKey}
 * @param mail         null for none
 */
record Contact(long id, long residentId, String supporterKey, String mail, Locale language) {

    Holder holder() {
        return new Holder(Holder.Kind.SUPPORTER, String.valueOf(id));
    }
}
