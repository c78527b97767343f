package jp.michishirube.plan.interview;

import java.time.ZoneId;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.front.FrontPanel;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.form.PlanCard;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.PlanInForce;
import jp.michishirube.plan.versions.Redactions;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The plan in force on the front page of its case: what to do and whom to call, before anything about its making. */
@Component
@Order(10)
class FrontOfPlan implements FrontPanel {

    private static final Set<Role> READERS = EnumSet.of(Role.CARE_MANAGER, Role.OFFICE_LEADER, Role.REVIEWER, Role.ROSTER_MANAGER);
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final PlanInForce plans;
    private final Redactions redactions;
    private final PlanForms forms;
    private final WhoAmI who;

    FrontOfPlan(PlanInForce plans, Redactions redactions, PlanForms forms, WhoAmI who) {
        this.plans = plans;
        this.redactions = redactions;
        this.forms = forms;
        this.who = who;
    }

    /** @param newer whether another version is under way, which nobody acts on yet */
    record Front(CaseFile file, int version, LocalDate since, PlanCard card, boolean newer) {}

    @Override
    public Optional<Shown> of(CaseFile file, Locale locale) {
        if (!file.state().isInForce() || READERS.stream().noneMatch(who.me()::has) || redactions.givenUp(file.id()).isPresent()) {
            return Optional.empty();
        }
        LocalDate since = plans.standing(file.id()).map(PlanInForce.Standing::since).or(() -> Optional.ofNullable(file.endedAt()))
                .map(at -> at.atZone(TOKYO).toLocalDate()).orElse(null);
        return plans.of(file.id()).map(plan -> new Shown("plan/front", new Front(file, plan.version(), since, PlanCard.of(forms.filled(plan), locale),
                plans.isBeingReplaced(file.id()))));
    }
}
