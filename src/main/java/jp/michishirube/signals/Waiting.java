package jp.michishirube.signals;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that waits or failed, in numbers.
 *
 * @param kind     names its texts: {@code watch.<kind>}, {@code .means} for people, {@code .do} by the process admin
 * @param waiting  how many go on by themselves
 * @param failed   how many go on only when a person acts
 * @param oldest   since when the longest of those waiting waits; null for none
 * @param patience how long one usually waits at most
 * @param page     where it is looked at; empty for none
 * @param again    address that tries everything failed again by POST; empty where each needs a look of its own
 */
public record Waiting(String kind, long waiting, long failed, Instant oldest, Duration patience, String page, String again) {

    public boolean isLate(Instant now) {
        return oldest != null && Duration.between(oldest, now).compareTo(patience) > 0;
    }

    /** A person should look. */
    public boolean isTrouble(Instant now) {
        return failed > 0 || isLate(now);
    }
}
