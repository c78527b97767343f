package jp.michishirube.plan.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.kept.Answered;
import jp.michishirube.plan.versions.Submission;
import org.springframework.modulith.NamedInterface;

/**
 * The plan being written.
 *
 * @param provenance  by address, as {@link Submission#provenance()} has it
 * @param version     counts the saves; a page posts the one it showed
 * @param logFloor    oldest version a page may still build on
 * @param linkedItems questions answered by linkage and not edited since, of {@code allItems} that apply
 */
@NamedInterface("draft")
public record Draft(
        CaseId caseId, String formVersion, ObjectNode answers, ObjectNode provenance, long version, long logFloor, int linkedItems, int allItems,
        Instant savedAt, String savedBy) implements Answered {

    /** The next version of it. */
    public Draft saved(Instant at, String by, LinkedCount count) {
        return new Draft(caseId, formVersion, answers, provenance, version + 1, logFloor, count.linked(), count.all(), at, by);
    }

    /** The same, and no page that showed an older version may build on it. */
    public Draft closed() {
        return new Draft(caseId, formVersion, answers, provenance, version, version, linkedItems, allItems, savedAt, savedBy);
    }
}
