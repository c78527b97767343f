package jp.michishirube.roster.priority;

import java.time.Instant;

/**
 * The last time that everybody was ranked again.
 *
 * @param total      people to rank when it was asked for
 * @param done       of them so far
 * @param changed    of those, with another priority than before
 * @param finishedAt null while it is under way
 */
public record Ranking(Instant askedAt, String askedName, long total, long done, long changed, Instant finishedAt) {

    public boolean isUnderWay() {
        return finishedAt == null;
    }

    /** Full only when it has ended. */
    public long percent() {
        return isUnderWay() ? Math.min(99, done * 100 / Math.max(1, total)) : 100;
    }
}
