package jp.michishirube.workflow;

import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.Completeness;
import jp.michishirube.plan.PlanForms;
import jp.michishirube.plan.Submissions;
import org.springframework.stereotype.Component;

/** {@code CheckCompleteness}: a plan with gaps goes to nobody's desk, whichever way it was handed in. */
@Component("completeness")
public class CompletenessStep {

    private final Submissions submissions;
    private final PlanForms forms;

    CompletenessStep(Submissions submissions, PlanForms forms) {
        this.submissions = submissions;
        this.forms = forms;
    }

    public boolean check(Long caseId) {
        return submissions.latest(new CaseId(caseId))
                .map(s -> Completeness.missing(forms.version(s.formVersion()), s.answers()).isEmpty()).orElse(false);
    }
}
