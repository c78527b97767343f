package jp.michishirube.safety.answer;

import java.time.Instant;

/**
 * One thing that was said of somebody, and still stands.
 *
 * @param onSite   whoever says it has met the person or stands at the place
 * @param asOf     when it was so, by the sender's clock, which may be wrong
 * @param received when it came to us
 */
public record Answer(long id, Said said, Voice voice, boolean onSite, Instant asOf, Instant received) {

    /** A clock that runs ahead counts as now: nothing is known of the future. */
    Instant at() {
        return asOf.isAfter(received) ? received : asOf;
    }

    /** Whether this voice may say that help is needed no more. */
    boolean mayClear() {
        return voice == Voice.SELF || voice == Voice.STAFF || onSite;
    }
}
