package jp.michishirube.plan.interview;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jp.michishirube.casefile.CaseId;
import org.springframework.modulith.NamedInterface;

/** Rules that look at a plan before people do. Each bean of this kind is asked before a submission. */
@NamedInterface("interview")
public interface SubmissionChecks {

    List<CheckFinding> of(CaseId caseId, ObjectNode answers);

    @NamedInterface("interview")
    enum Severity {
        /** The plan cannot be submitted so. */
        BLOCKS,
        /** It can; the reviewer sees the warning with the office's comment. */
        WARNS
    }

    /**
     * @param pointer address of the field it is about; empty for the whole
     * @param rule    stable name of the rule
     * @param message the sentence, in the reader's language
     */
    @NamedInterface("interview")
    record CheckFinding(String pointer, Severity severity, String rule, String message) {

        public boolean blocks() {
            return severity == Severity.BLOCKS;
        }
    }
}
