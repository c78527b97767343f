package jp.michishirube.casefile;

import java.time.Instant;
import java.time.LocalDate;

/**
 * 支援措置: a resident whose whereabouts are kept from somebody who does that person violence.
 *
 * @param ground why, as the one who set it wrote; {@code roster} where the roster's list says so
 * @param until  day on which the city looks again whether it is still needed; the protection goes on until a person ends it. Null where
 *               the list that named the person gave none
 */
public record Protection(long id, long residentId, String ground, LocalDate until, String setByName, Instant setAt) {

    static final int WEEKS_BEFORE = 4;

    /** Somebody has to say whether it goes on. Without a day the city is asked at once: nobody knows how old the list is. */
    public boolean isDue(LocalDate today) {
        return until == null || until.isBefore(today);
    }

    /** The day comes within four weeks: time to ask the person and the police or shelter that know whether it is still needed. */
    public boolean isSoon(LocalDate today) {
        return !isDue(today) && !until.isAfter(today.plusWeeks(WEEKS_BEFORE));
    }
}
