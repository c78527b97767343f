package jp.michishirube.renewal;

import java.util.List;
import java.util.Objects;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterAnswer;
import jp.michishirube.plan.form.Role;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.PlanInForce;
import jp.michishirube.sharing.SharedWithSupporter;
import org.springframework.stereotype.Component;

/** Whether the plan in force still says what a reason has made untrue: such a plan cannot be confirmed as it is. */
@Component
class StillSaid {

    private final PlanInForce plans;
    private final PlanForms forms;
    private final SharedWithSupporter shared;
    private final SupporterAgreements agreements;

    StillSaid(PlanInForce plans, PlanForms forms, SharedWithSupporter shared, SupporterAgreements agreements) {
        this.plans = plans;
        this.forms = forms;
        this.shared = shared;
        this.agreements = agreements;
    }

    List<Trigger> of(CaseFile file, List<Reason> reasons) {
        return reasons.stream().filter(r -> isSaid(file, r)).map(Reason::kind).distinct().toList();
    }

    private boolean isSaid(CaseFile file, Reason reason) {
        return switch (reason.kind()) {
            case SUPPORTER_ENDED -> supporter(file, reason.supporterKey());
            case ADDRESS_CHANGED -> !plans.of(file.id()).map(p -> forms.filled(p).text(Role.RESIDENT_ADDRESS))
                    .filter(said -> Objects.equals(said, file.resident().address())).isPresent();
            case YEAR, ASKED_FOR -> false;
        };
    }

    /** Who agreed again since helps again. */
    private boolean supporter(CaseFile file, String key) {
        return shared.isNamed(file.id(), key) && agreements.answer(file.id(), key) != SupporterAnswer.AGREED;
    }
}
