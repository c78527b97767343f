package jp.michishirube.plan.interview;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.draft.Disagreement;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.plan.draft.FactOffers;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.kept.PlanTexts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Values of holders that differ from the plan's and were never decided on: the office is told before it hands in, the reviewer before approving. */
@Component
class ValuesDisagree implements SubmissionChecks {

    private final Drafts drafts;
    private final FactOffers offers;
    private final PlanForms forms;
    private final PlanTexts texts;
    private final Clock clock;

    ValuesDisagree(Drafts drafts, FactOffers offers, PlanForms forms, PlanTexts texts, Clock clock) {
        this.drafts = drafts;
        this.offers = offers;
        this.forms = forms;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<CheckFinding> of(CaseId caseId, ObjectNode answers) {
        Locale locale = LocaleContextHolder.getLocale();
        return drafts.find(caseId).map(draft -> Disagreement.in(FilledPlan.of(forms.version(draft.formVersion()), answers), draft.provenance(),
                offers.of(caseId), locale, LocalDate.now(clock)).stream().map(d -> finding(d, locale)).toList()).orElse(List.of());
    }

    /** Says who differs and not what: a warning stays beside the version for as long as it is kept. */
    private CheckFinding finding(Disagreement d, Locale locale) {
        String holders = d.sides().stream().map(s -> texts.get("plan.holder." + s.holder(), locale)).distinct().collect(Collectors.joining("・"));
        return new CheckFinding(d.address(), Severity.WARNS, "values-disagree",
                texts.get(d.field().isGroup() ? "check.rows-disagree" : "check.values-disagree", locale, holders));
    }
}
