package jp.michishirube.renewal;

import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.draft.CarryForward;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays the plan in force before the office, to be written on. Called by the process. */
@Component
public class BeginRevision {

    private final PlanRenewals renewals;
    private final CarryForward carry;

    BeginRevision(PlanRenewals renewals, CarryForward carry) {
        this.renewals = renewals;
        this.carry = carry;
    }

    @Transactional
    public void begin(CaseId caseId) {
        PlanRenewal renewal = renewals.open(caseId).orElseThrow(() -> new IllegalStateException("case " + caseId.value() + " has no open renewal"));
        carry.forward(caseId, renewal.decision() == PlanRenewal.Decision.FULL);
    }
}
