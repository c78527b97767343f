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
import jp.michishirube.plan.versions.Redactions;
import jp.michishirube.plan.versions.Submissions;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The plan in force on the front page of its case: what to do and whom to call, before anything about its making. */
@Component
@Order(10)
class FrontOfPlan implements FrontPanel {

    private static final Set<Role> READERS = EnumSet.of(Role.CARE_MANAGER, Role.OFFICE_LEADER, Role.REVIEWER, Role.ROSTER_MANAGER);
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final Submissions submissions;
    private final Redactions redactions;
    private final PlanForms forms;
    private final WhoAmI who;

    FrontOfPlan(Submissions submissions, Redactions redactions, PlanForms forms, WhoAmI who) {
        this.submissions = submissions;
        this.redactions = redactions;
        this.forms = forms;
        this.who = who;
    }

    record Front(CaseFile file, int version, LocalDate since, PlanCard card) {}

    @Override
    public Optional<Shown> of(CaseFile file, Locale locale) {
        if (!file.state().isInForce() || READERS.stream().noneMatch(who.me()::has) || redactions.givenUp(file.id()).isPresent()) {
            return Optional.empty();
        }
        return submissions.latest(file.id()).map(latest -> new Shown("plan/front", new Front(file, latest.version(),
                file.endedAt() == null ? null : file.endedAt().atZone(TOKYO).toLocalDate(), PlanCard.of(forms.filled(latest), locale))));
    }
}
