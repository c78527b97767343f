package jp.michishirube.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.consent.page.NamedSupporters;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterKey;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.PlanInForce;
import jp.michishirube.plan.form.AskedRow;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.Role;
import org.springframework.stereotype.Component;

/** Tells the consent room whom a plan names: the draft being written, and who stands in the plan in force and not in the next one any more. */
@Component
class SupportersInPlan implements NamedSupporters {

    private final Drafts drafts;
    private final PlanInForce plans;
    private final PlanForms forms;
    private final SupporterAgreements agreements;

    SupportersInPlan(Drafts drafts, PlanInForce plans, PlanForms forms, SupporterAgreements agreements) {
        this.drafts = drafts;
        this.plans = plans;
        this.forms = forms;
        this.agreements = agreements;
    }

    @Override
    public List<NamedSupporter> of(CaseId caseId) {
        Set<String> known = agreements.of(caseId).keySet();
        Optional<List<NamedSupporter>> standing = plans.of(caseId).map(forms::filled).map(plan -> named(plan, known));
        List<NamedSupporter> all = new ArrayList<>(drafts.find(caseId).map(forms::filled).map(plan -> named(plan, known)).or(() -> standing).orElse(List.of()));
        if (plans.standing(caseId).isPresent()) {
            standing.orElseThrow().stream().filter(s -> all.stream().noneMatch(a -> a.key().equals(s.key()))).forEach(all::add);
        }
        return all;
    }

    private static List<NamedSupporter> named(FilledPlan plan, Set<String> known) {
        List<AskedRow> all = plan.rows(Role.SUPPORTERS);
        return all.stream().filter(r -> !r.text(Role.SUPPORTER_NAME).isBlank())
                .map(r -> new NamedSupporter(StandingKeys.of(r, all, known), r.text(Role.SUPPORTER_NAME), r.text(Role.SUPPORTER_RELATION), r.text(Role.SUPPORTER_PHONE)))
                .toList();
    }

    /** By what the consent room knows the supporter in that row again. */
    static String key(AskedRow.Place supporter) {
        return SupporterKey.of(supporter.kept(Role.SUPPORTER_NAME), supporter.kept(Role.SUPPORTER_PHONE));
    }
}
