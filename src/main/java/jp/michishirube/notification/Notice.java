package jp.michishirube.notification;

import java.time.Instant;

/**
 * @param kind       null where only another version of the application knows it
 * @param caseNumber null for what is about no case
 */
record Notice(long id, NoticeKind kind, String caseNumber, Instant madeAt, Instant readAt) {

    public boolean isRead() {
        return readAt != null;
    }

    /** Ends the key of its sentence, {@code notice.<word>}. */
    public String word() {
        return kind == null ? "unknown" : kind.name();
    }

    /** Where it leads, never with more than the case number. */
    String path() {
        if (kind != null && kind.page().startsWith("/")) {
            return kind.page();
        }
        String path = caseNumber == null ? "/inbox" : "/cases/" + caseNumber;
        return kind == null || kind.page().isEmpty() || caseNumber == null ? path : path + "/" + kind.page();
    }
}
