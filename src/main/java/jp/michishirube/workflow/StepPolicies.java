package jp.michishirube.workflow;

import jp.michishirube.casefile.CaseSteps;
import jp.michishirube.casefile.Step;
import org.springframework.stereotype.Component;

/** The municipality's choice of steps, as the model asks for it. */
@Component("steps")
public class StepPolicies {

    private final CaseSteps steps;

    StepPolicies(CaseSteps steps) {
        this.steps = steps;
    }

    public boolean confirmation() {
        return steps.confirmation();
    }

    public String reviewers() {
        return steps.workers(Step.REVIEW_PLAN).iterator().next().name();
    }
}
