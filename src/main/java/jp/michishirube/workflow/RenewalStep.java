package jp.michishirube.workflow;

import jp.michishirube.casefile.CaseId;
import jp.michishirube.renewal.BeginRevision;
import org.springframework.stereotype.Component;

/** {@code BeginRevision}: the plan in force becomes the draft of its next version. */
@Component("renewal")
public class RenewalStep {

    private final BeginRevision revision;

    RenewalStep(BeginRevision revision) {
        this.revision = revision;
    }

    public void begin(Long caseId) {
        revision.begin(new CaseId(caseId));
    }
}
