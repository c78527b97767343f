package jp.michishirube.review;

/** Where a remark stands; the texts are {@code remark.state.<name>}. */
public enum RemarkState {
    /** Written on a submission that is not decided yet; the office does not see it. */
    DRAFT,
    /** Taken back by the reviewer before the decision; the office never saw it. */
    WITHDRAWN,
    /** Waits for the office's answer. */
    OPEN,
    /** The office changed the field. */
    CHANGED,
    /** The office took over the proposed value. */
    ACCEPTED,
    /** The office left the field as it is and said why. */
    KEPT,
    CLOSED;

    /** The office has said what it did. */
    public boolean isAnswered() {
        return this == CHANGED || this == ACCEPTED || this == KEPT || this == CLOSED;
    }

    /** The office sees it. */
    public boolean isSent() {
        return this != DRAFT && this != WITHDRAWN;
    }
}
