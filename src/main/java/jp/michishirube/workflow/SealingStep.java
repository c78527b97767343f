package jp.michishirube.workflow;

import jp.michishirube.casefile.CaseId;
import jp.michishirube.signing.SealPlan;
import org.springframework.stereotype.Component;

/** {@code SealApprovedPlan}: the approved version is printed once and sealed. */
@Component("sealing")
public class SealingStep {

    private final SealPlan seal;

    SealingStep(SealPlan seal) {
        this.seal = seal;
    }

    public void seal(Long caseId) {
        seal.seal(new CaseId(caseId));
    }
}
