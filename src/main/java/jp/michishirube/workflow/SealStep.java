package jp.michishirube.workflow;

import jp.michishirube.casefile.CaseId;
import jp.michishirube.signing.SealPlan;
import org.springframework.stereotype.Component;

/** {@code SealApprovedPlan}: puts the seal on the approved version; repeated calls change nothing. */
@Component("sealing")
public class SealStep {

    private final SealPlan seal;

    SealStep(SealPlan seal) {
        this.seal = seal;
    }

    public void seal(Long caseId) {
        seal.seal(new CaseId(caseId));
    }
}
