package jp.michishirube.review;

import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.form.FilledPlan;
import org.springframework.stereotype.Component;

/** Whether a remark's field still belongs to the plan as it is written now. */
@Component
class PlanNow {

    private final Drafts drafts;
    private final PlanForms forms;

    PlanNow(Drafts drafts, PlanForms forms) {
        this.drafts = drafts;
        this.forms = forms;
    }

    boolean applies(CaseId caseId, String pointer) {
        return drafts.find(caseId).map(d -> applies(FilledPlan.of(forms.version(d.formVersion()), d.answers()), pointer)).orElse(true);
    }

    static boolean applies(FilledPlan plan, String pointer) {
        return plan.form().address(pointer).filter(plan::applies).isPresent();
    }
}
