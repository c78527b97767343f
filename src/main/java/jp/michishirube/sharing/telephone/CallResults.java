package jp.michishirube.sharing.telephone;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import jp.michishirube.sharing.code.Holder;

/** Hears what came of calls that asked something. Implemented by the room whose holders were called. */
public interface CallResults {

    Holder.Kind of();

    enum Result {
        /** A key was pressed. */
        KEY,
        /** Somebody was there, and no key came: pulse telephones send no tones. */
        NO_KEY, BUSY, NO_ANSWER,
        /** An answering machine. */
        MACHINE, FAILED
    }

    /**
     * @param reference the same for all that is told of one call
     * @param language  in which it was made
     * @param key       0 for none
     * @param at        when it was pressed, by the provider's clock
     */
    record Told(UUID reference, Holder to, Locale language, Result result, int key, Instant at) {}

    /** @return what is read aloud to whoever still holds the receiver; empty for nothing */
    String told(Told told);
}
