package jp.michishirube.review;

import jp.michishirube.casefile.CaseSteps;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.versions.Submission;
import org.springframework.stereotype.Component;

/** Two pairs of eyes: who handed a plan in does not approve it alone, unless the municipality's policy says so for offices of one. */
@Component
class SecondPair {

    enum Own { NO, WARNED, REFUSED }

    private final CaseSteps steps;
    private final WhoAmI who;

    SecondPair(CaseSteps steps, WhoAmI who) {
        this.steps = steps;
        this.who = who;
    }

    /** Whether it is the asker's own plan, and what that means here. */
    Own of(Submission submission) {
        boolean own = who.person().filter(me -> me.id().equals(submission.by())).isPresent();
        return !own ? Own.NO : steps.approveOwnPlan() ? Own.WARNED : Own.REFUSED;
    }
}
