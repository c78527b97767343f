package jp.michishirube.renewal;

import java.time.LocalDate;

/**
 * Why a plan should be looked at again.
 *
 * @param key tells the same reason from another of that kind; nothing personal
 * @param on  day on which it came about
 */
record Reason(Trigger kind, String key, LocalDate on) {

    /** @param base day from which the time is counted */
    static Reason year(LocalDate base, LocalDate due) {
        return new Reason(Trigger.YEAR, base.toString(), due);
    }

    /** The same person may be named and end again in a later version. */
    static Reason supporterEnded(String supporterKey, int version, LocalDate on) {
        return new Reason(Trigger.SUPPORTER_ENDED, supporterKey + " v" + version, on);
    }

    /** Of {@link Trigger#SUPPORTER_ENDED} alone. */
    String supporterKey() {
        return key.substring(0, key.indexOf(' '));
    }

    static Reason addressChanged(LocalDate on) {
        return new Reason(Trigger.ADDRESS_CHANGED, on.toString(), on);
    }

    /** The same place may come back and close again under a later version. */
    static Reason siteClosed(long placeId, int version, LocalDate on) {
        return new Reason(Trigger.SITE_CLOSED, placeId + " v" + version, on);
    }

    /** Of {@link Trigger#SITE_CLOSED} alone. */
    long placeId() {
        return Long.parseLong(key.substring(0, key.indexOf(' ')));
    }

    static Reason hazardChanged(LocalDate on) {
        return new Reason(Trigger.HAZARD_CHANGED, on.toString(), on);
    }

    static Reason askedFor(LocalDate on) {
        return new Reason(Trigger.ASKED_FOR, on.toString(), on);
    }
}
