package jp.michishirube.safety.board;

import java.time.Instant;

/**
 * A visit or a call that somebody has to make.
 *
 * @param team     who makes it; empty for nobody yet
 * @param result   what was found; null while it is open
 * @param doneName who told; null while it is open, {@code doneAt} likewise
 */
record Errand(long id, long eventId, long askedId, Kind kind, Why why, String team, Instant madeAt, String result, Instant doneAt, String doneName) {

    enum Kind { VISIT, CALL }

    enum Why { UNANSWERED, UNREACHABLE, HELP, HURT }

    public boolean isOpen() {
        return doneAt == null;
    }
}
