package jp.michishirube.plan.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.stream.Stream;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.form.Address;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.AskedQuestion;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.FormSection;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.PlanInForce;
import jp.michishirube.plan.versions.Submission;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the plan in force the draft of its next version: answers go along with where they came from, so that the page shows how old a linked
 * value is and fresh facts are offered beside it. What the form says so of ({@code x-renew}) is asked anew; photos, of a plan that is written anew as
 * a whole.
 */
@Service
@NamedInterface("draft")
public class CarryForward {

    private final PlanForms forms;
    private final Drafts drafts;
    private final PlanInForce plans;
    private final PreviousPlan previous;
    private final Clock clock;

    CarryForward(PlanForms forms, Drafts drafts, PlanInForce plans, PreviousPlan previous, Clock clock) {
        this.forms = forms;
        this.drafts = drafts;
        this.plans = plans;
        this.previous = previous;
        this.clock = clock;
    }

    /**
     * @param whole into the form of today and without photos; else the form stays the one that the plan answers
     * @throws IllegalStateException without a plan in force
     */
    @Transactional
    public void forward(CaseId caseId, boolean whole) {
        Submission plan = plans.of(caseId).map(p -> previous.said(caseId, p)).orElseThrow(() -> new IllegalStateException("case " + caseId.value() + " has no plan"));
        PlanForm form = whole ? forms.current() : forms.version(plan.formVersion());
        ObjectNode answers = plan.answers().deepCopy();
        ObjectNode provenance = plan.provenance().deepCopy();
        FilledPlan filled = FilledPlan.of(form, answers);
        Stream.concat(Stream.concat(
                form.sections().stream().filter(FormSection::isFilledByCity).map(s -> Address.ofSection(s.key()).toString()),
                form.fields().filter(f -> f.address().rowKey() == null && !f.isRenewed() && !f.kind().isAttachment()).map(FormField::pointer)),
                whole ? photos(filled) : Stream.of()).toList().forEach(gone -> {
                    Answers.remove(answers, gone);
                    provenance.properties().removeIf(e -> Address.covers(gone, e.getKey()));
                });
        Draft draft = drafts.lock(caseId, form.version(), "michishirube");
        drafts.store(new Draft(caseId, form.version(), answers, provenance, draft.version(), draft.logFloor(), 0, 0, draft.savedAt(), draft.savedBy())
                .saved(clock.instant(), "michishirube", LinkedCount.of(FilledPlan.of(form, answers), provenance)).closed());
        drafts.forgetSaves(caseId);
    }

    private static Stream<String> photos(FilledPlan plan) {
        return plan.all().filter(q -> q.field().kind().isAttachment() && q.isAnswered()).map(q -> q.address().toString());
    }
}
