package jp.michishirube.plan.draft;

import java.time.Clock;
import java.util.Map;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a plan under way to the form now in force. Answers go along by their key; what the newer form does not ask is kept beside, and
 * what it asks anew is filled from the roster where that knows it.
 */
@Service
public class MoveToNewerForm {

    private final PlanForms forms;
    private final Drafts drafts;
    private final OfferFacts offers;
    private final Timeline timeline;
    private final WhoAmI whoAmI;
    private final Clock clock;

    MoveToNewerForm(PlanForms forms, Drafts drafts, OfferFacts offers, Timeline timeline, WhoAmI whoAmI, Clock clock) {
        this.forms = forms;
        this.drafts = drafts;
        this.offers = offers;
        this.timeline = timeline;
        this.whoAmI = whoAmI;
        this.clock = clock;
    }

    /** @param version of the form that the person was shown; another one by now is refused ({@code plan-changed-since}, 409) */
    @Transactional
    public void move(CaseId caseId, String version) {
        PlanForm newer = forms.current();
        Draft draft = drafts.lock(caseId).orElseThrow(() -> Problem.notFound("no-plan-yet"));
        if (!newer.version().equals(version)) {
            throw Problem.conflict("plan-changed-since");
        }
        if (draft.formVersion().equals(version)) {
            return;
        }
        drafts.store(new Draft(caseId, version, draft.answers(), draft.provenance(), draft.version(), draft.logFloor(), 0, 0, draft.savedAt(), draft.savedBy())
                .saved(clock.instant(), whoAmI.orProcess().id(), LinkedCount.of(FilledPlan.of(newer, draft.answers()), draft.provenance())).closed());
        drafts.forgetSaves(caseId);
        offers.roster(caseId);
        timeline.append(caseId, "form-moved", Map.of("version", version));
    }
}
