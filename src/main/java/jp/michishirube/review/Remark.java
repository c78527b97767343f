package jp.michishirube.review;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.form.Address;

/**
 * 指摘: what is to be looked at again in a field or a section of a submission. Never changed or removed; answers are appended.
 *
 * @param version  the submission it was made on
 * @param pointer  JSON pointer of the field, or of a section
 * @param proposed value that the office may take over, as the form stores it; null for none
 * @param decided  whether that submission has been decided: only then is the remark the office's business
 */
public record Remark(
        long id, CaseId caseId, int version, String pointer, RemarkKind kind, String text, String proposed, String by, String byName,
        Instant at, boolean decided, List<ThreadEntry> thread) {

    public Remark {
        thread = List.copyOf(thread);
    }

    public RemarkState state() {
        RemarkState state = decided ? RemarkState.OPEN : RemarkState.DRAFT;
        for (ThreadEntry entry : thread) {
            state = entry.kind().state() == null ? state : entry.kind().state();
        }
        return state;
    }

    /** How the case's history calls what was added to the thread. */
    String event(ThreadEntry.Kind added) {
        return "remark-" + added.name().toLowerCase(Locale.ROOT);
    }

    /** Whether the remark is on that field, on a section above it or on something inside it. */
    public boolean touches(String other) {
        return Address.onOnePath(pointer, other);
    }
}
