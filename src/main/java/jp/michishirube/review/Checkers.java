package jp.michishirube.review;

import jp.michishirube.casefile.CaseSteps;
import jp.michishirube.casefile.Step;
import jp.michishirube.organization.Person;
import org.springframework.stereotype.Component;

/** Who looks at plans rather than makes them: the city's reviewers, or the office's leader where the municipality says so. */
@Component
class Checkers {

    private final CaseSteps steps;

    Checkers(CaseSteps steps) {
        this.steps = steps;
    }

    boolean include(Person person) {
        return person.isCity() || steps.workers(Step.REVIEW_PLAN).stream().anyMatch(person::has)
                || steps.confirmation() && steps.workers(Step.CONFIRM_PLAN).stream().anyMatch(person::has);
    }
}
