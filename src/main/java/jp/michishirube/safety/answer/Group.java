package jp.michishirube.safety.answer;

/** Where each person who was asked is counted: in one of these, always. */
public enum Group {
    UNANSWERED, UNREACHABLE, REFUSED, ANSWERED;

    /**
     * @param said   what the answers say now; null for nothing
     * @param failed the question itself did not arrive
     */
    public static Group of(Said said, boolean failed) {
        if (said == null) {
            return failed ? UNREACHABLE : UNANSWERED;
        }
        return said.isAnswer() ? ANSWERED : said == Said.DECLINED ? REFUSED : UNREACHABLE;
    }
}
