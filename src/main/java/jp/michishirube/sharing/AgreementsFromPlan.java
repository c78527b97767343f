package jp.michishirube.sharing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterAnswer;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.Provenance;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.form.AskedRow;
import jp.michishirube.plan.form.Role;
import org.springframework.stereotype.Component;

/**
 * Takes over what the plan's form says of each supporter's agreement (承諾・依頼中), where nothing was recorded with the consents. What
 * a supporter said there, a refusal above all, is not touched, and goes on where only a number was typed meanwhile.
 */
@Component
class AgreementsFromPlan {

    private static final Map<String, SupporterAnswer> ANSWERS = Map.of("agreed", SupporterAnswer.AGREED, "asked", SupporterAnswer.ASKED);

    private final SupporterAgreements agreements;
    private final PlanForms forms;
    private final SupporterReaders readers;
    private final CaseFiles cases;

    AgreementsFromPlan(SupporterAgreements agreements, PlanForms forms, SupporterReaders readers, CaseFiles cases) {
        this.agreements = agreements;
        this.forms = forms;
        this.readers = readers;
        this.cases = cases;
    }

    void take(CaseId caseId, Submission plan) {
        Map<String, SupporterAnswer> known = agreements.of(caseId);
        LocalDate on = LocalDate.ofInstant(plan.at(), ZoneId.of("Asia/Tokyo"));
        List<AskedRow> all = forms.filled(plan).rows(Role.SUPPORTERS);
        for (AskedRow supporter : all) {
            String key = SupportersInPlan.key(supporter.place());
            Optional<String> before = known.containsKey(key) ? Optional.empty() : StandingKeys.withoutNumber(supporter, all, known.keySet());
            if (before.isPresent()) {
                agreements.record(caseId, key, known.get(before.get()), on, SupporterAgreements.How.MESSAGE, null);
                readers.goesOnAs(cases.get(caseId).resident(), before.get(), key);
                continue;
            }
            SupporterAnswer said = ANSWERS.get(supporter.text(Role.SUPPORTER_AGREEMENT));
            if (said != null && !known.containsKey(key)) {
                agreements.record(caseId, key, said, on, how(plan, supporter), null);
            }
        }
    }

    private static SupporterAgreements.How how(Submission plan, AskedRow supporter) {
        boolean linked = supporter.questions().stream().filter(q -> q.field().role() == Role.SUPPORTER_AGREEMENT)
                .anyMatch(q -> Provenance.isLinked(plan.provenance().get(q.address().toString())));
        return linked ? SupporterAgreements.How.CARE_CIRCLE : SupporterAgreements.How.IN_PERSON;
    }
}
