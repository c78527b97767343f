package jp.michishirube.renewal;

import java.util.List;
import java.util.Objects;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterAnswer;
import jp.michishirube.evacuation.place.Place;
import jp.michishirube.evacuation.place.Places;
import jp.michishirube.plan.form.Role;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.PlanInForce;
import jp.michishirube.plan.versions.PlansNaming;
import jp.michishirube.sharing.SharedWithSupporter;
import org.springframework.stereotype.Component;

/** Whether the plan in force still says what a reason has made untrue: such a plan cannot be confirmed as it is. */
@Component
class StillSaid {

    private final PlanInForce plans;
    private final PlanForms forms;
    private final SharedWithSupporter shared;
    private final SupporterAgreements agreements;
    private final PlansNaming naming;
    private final Places places;

    StillSaid(PlanInForce plans, PlanForms forms, SharedWithSupporter shared, SupporterAgreements agreements, PlansNaming naming, Places places) {
        this.plans = plans;
        this.forms = forms;
        this.shared = shared;
        this.agreements = agreements;
        this.naming = naming;
        this.places = places;
    }

    List<Trigger> of(CaseFile file, List<Reason> reasons) {
        return reasons.stream().filter(r -> isSaid(file, r)).map(Reason::kind).distinct().toList();
    }

    private boolean isSaid(CaseFile file, Reason reason) {
        return switch (reason.kind()) {
            case SUPPORTER_ENDED -> supporter(file, reason.supporterKey());
            case ADDRESS_CHANGED -> !plans.of(file.id()).map(p -> forms.filled(p).text(Role.RESIDENT_ADDRESS))
                    .filter(said -> Objects.equals(said, file.resident().address())).isPresent();
            case SITE_CLOSED -> site(file, reason.placeId());
            case YEAR, ASKED_FOR, HAZARD_CHANGED -> false;
        };
    }

    /** One that is on its list again, or lost but one of its designations, may be the right one: people judge. */
    private boolean site(CaseFile file, long placeId) {
        return naming.isInForce(file.id(), String.valueOf(placeId)) && places.find(placeId).filter(Place::isOnList).isEmpty();
    }

    /** Who agreed again since helps again. */
    private boolean supporter(CaseFile file, String key) {
        return shared.isNamed(file.id(), key) && agreements.answer(file.id(), key) != SupporterAnswer.AGREED;
    }
}
