package jp.michishirube.review;

import java.time.Instant;

/** One line of a remark's thread: a reply, or an answer that changes the remark's state. */
public record ThreadEntry(long id, Kind kind, String text, boolean fromCity, String by, String byName, Instant at) {

    public enum Kind {
        REPLY(null), CHANGED(RemarkState.CHANGED), ACCEPTED(RemarkState.ACCEPTED), KEPT(RemarkState.KEPT), CLOSED(RemarkState.CLOSED),
        WITHDRAWN(RemarkState.WITHDRAWN);

        private final RemarkState state;

        Kind(RemarkState state) {
            this.state = state;
        }

        /** @return the state the remark has from then on, or null when it stays */
        RemarkState state() {
            return state;
        }
    }
}
