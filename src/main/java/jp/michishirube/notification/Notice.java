package jp.michishirube.notification;

import java.time.Instant;

/** @param caseNumber null for what is about no case */
record Notice(long id, NoticeKind kind, String caseNumber, Instant madeAt, Instant readAt) {

    public boolean isRead() {
        return readAt != null;
    }

    /** Where it leads, never with more than the case number. */
    String path() {
        String path = caseNumber == null ? "/inbox" : "/cases/" + caseNumber;
        return kind.page().isEmpty() || caseNumber == null ? path : path + "/" + kind.page();
    }
}
