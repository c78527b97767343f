package jp.michishirube.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.interview.SubmissionChecks;
import jp.michishirube.plan.form.FilledPlan;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Looks at the plan by the municipality's rules before people do. */
@Component
@Order(10)
class AutomaticChecks implements SubmissionChecks {

    private final CheckRules rules;
    private final PlanForms forms;
    private final CaseFiles cases;
    private final Clock clock;

    AutomaticChecks(CheckRules rules, PlanForms forms, CaseFiles cases, Clock clock) {
        this.rules = rules;
        this.forms = forms;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public List<CheckFinding> of(CaseId caseId, ObjectNode answers) {
        boolean english = "en".equals(LocaleContextHolder.getLocale().getLanguage());
        return Observations.of(FilledPlan.of(forms.of(caseId), answers), cases.get(caseId).resident(), WorkingDays.dayOf(clock.instant())).stream()
                .flatMap(seen -> rules.of(seen.observation()).stream().map(broken -> new CheckFinding(seen.pointer(), broken.severity(),
                        broken.rule(), english && !broken.messageEn().isBlank() ? broken.messageEn() : broken.message())))
                .toList();
    }
}
