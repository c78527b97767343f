package jp.michishirube.review;

import java.time.Instant;

/**
 * The decision on one submission.
 *
 * @param note     general note to the office, apart from the remarks; may be null
 * @param opensAll the reviewer lets the office change every field, not only the remarked ones
 */
public record Round(int version, Decision decision, String note, boolean opensAll, String by, String byName, Instant at) {

    public enum Decision {
        RETURNED, APPROVED
    }
}
