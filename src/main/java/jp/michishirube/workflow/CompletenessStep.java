package jp.michishirube.workflow;

import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.plan.form.Completeness;
import org.springframework.stereotype.Component;

/** {@code CheckCompleteness}: whoever moves a case here, page or API, nothing incomplete reaches a reviewer. */
@Component("completeness")
public class CompletenessStep {

    private final Submissions submissions;
    private final PlanForms forms;

    CompletenessStep(Submissions submissions, PlanForms forms) {
        this.submissions = submissions;
        this.forms = forms;
    }

    public boolean check(Long caseId) {
        return submissions.latest(new CaseId(caseId)).filter(this::complete).isPresent();
    }

    private boolean complete(Submission submission) {
        return Completeness.missing(forms.filled(submission)).isEmpty();
    }
}
