package jp.michishirube.renewal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.versions.PlanInForce;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a plan in force before its office, with why. What is being renewed already gets the reason added; a reason once told is never told again. */
@Component
class ProposeRenewal {

    private final CaseFiles cases;
    private final PlanInForce plans;
    private final PlanRenewals renewals;
    private final RenewalProcess process;
    private final Timeline timeline;
    private final WhoAmI who;

    ProposeRenewal(CaseFiles cases, PlanInForce plans, PlanRenewals renewals, RenewalProcess process, Timeline timeline, WhoAmI who) {
        this.cases = cases;
        this.plans = plans;
        this.renewals = renewals;
        this.process = process;
        this.timeline = timeline;
        this.who = who;
    }

    enum Done {
        PROPOSED,
        /** To one that was open. */
        ADDED,
        /** The reason is known, or there is no plan in force. */
        NOTHING
    }

    @Transactional
    public Done propose(CaseId caseId, Reason reason) {
        cases.hold(caseId);
        Optional<PlanInForce.Standing> standing = plans.standing(caseId);
        if (standing.isEmpty() || !cases.get(caseId).state().isInForce() || renewals.knows(caseId, reason)) {
            return Done.NOTHING;
        }
        Optional<PlanRenewal> open = renewals.open(caseId);
        PlanRenewal renewal = open.orElseGet(() -> renewals.propose(caseId, standing.get().version()));
        renewals.add(renewal, reason, who.orProcess());
        timeline.append(caseId, open.isPresent() ? "renewal-reason" : "renewal-proposed", Map.of("trigger", reason.kind().name()));
        if (open.isEmpty()) {
            process.begin(caseId);
        }
        return open.isPresent() ? Done.ADDED : Done.PROPOSED;
    }

    /** Those of an open renewal; none without one. */
    List<Reason> reasons(CaseId caseId) {
        return renewals.open(caseId).map(renewals::reasons).orElse(List.of());
    }
}
