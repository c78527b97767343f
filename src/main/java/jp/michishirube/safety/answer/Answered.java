package jp.michishirube.safety.answer;

import jp.michishirube.safety.event.Asked;

/**
 * Something was said of somebody, or taken back. Published within the transaction.
 *
 * @param before  what was so until now; null for nothing
 * @param present what the answers say now
 */
public record Answered(Asked.Person person, Said before, Present present) {

    /** Whether help is called for that was not before, or a graver one. */
    public boolean isNewHelp() {
        return present.said() != null && present.said().isHelp() && present.said() != before && before != Said.HURT;
    }

    /** Whether an injury was told that was not known before. */
    public boolean isNewInjury() {
        return present.said() == Said.HURT && before != Said.HURT;
    }
}
