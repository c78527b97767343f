package jp.michishirube.plan.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.OpenFields;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.problem.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps changed fields of a plan being written. A field that someone else changed since the writer looked is not overwritten but
 * reported; the other fields are kept. The caller has asked {@link jp.michishirube.casefile.CaseAccess} before.
 */
@Service
@NamedInterface("draft")
public class SaveDraft {

    private final PlanForms forms;
    private final Drafts drafts;
    private final OfferFacts facts;
    private final CaseProcess process;
    private final ObjectProvider<EditableFields> editable;
    private final KnownValues known;
    private final WhoAmI whoAmI;
    private final Clock clock;

    SaveDraft(PlanForms forms, Drafts drafts, OfferFacts facts, CaseProcess process, ObjectProvider<EditableFields> editable,
            KnownValues known, WhoAmI whoAmI, Clock clock) {
        this.forms = forms;
        this.drafts = drafts;
        this.facts = facts;
        this.process = process;
        this.editable = editable;
        this.known = known;
        this.whoAmI = whoAmI;
        this.clock = clock;
    }

    /**
     * @param base    version of the draft that the writer saw
     * @param changes by address; null takes the answer away; an object at a row's address adds the row, null there removes it
     * @throws Problem {@code plan-not-open} (409) when the case is at no step where the plan is written; {@code draft-too-old} (409)
     *                 when the plan was handed in, or values were erased, since that version
     */
    @Transactional
    public SaveResult save(CaseId caseId, long base, Map<String, JsonNode> changes) {
        if (process.openSteps(caseId).stream().noneMatch(s -> s == Step.INTERVIEW_RESIDENT || s == Step.REVISE_PLAN)) {
            throw Problem.conflict("plan-not-open");
        }
        Person me = whoAmI.orProcess();
        facts.begin(caseId, me.id());
        Draft draft = drafts.lock(caseId).orElseThrow();
        if (base < draft.logFloor() || base > draft.version()) {
            throw Problem.conflict("draft-too-old");
        }
        PlanForm form = forms.version(draft.formVersion());
        List<Drafts.LoggedSave> since = base == draft.version() ? List.of() : drafts.savesAfter(caseId, base);
        DraftEdit edit = new DraftEdit(form, draft, since, open(caseId), me, clock.instant(), LocalDate.now(clock),
                (field, address, raw, current) -> known.resolve(caseId, form, field, address, raw, current));
        changes.forEach(edit::change);
        Draft now = draft;
        if (edit.changed()) {
            ObjectNode answers = edit.answers();
            now = new Draft(caseId, draft.formVersion(), answers, edit.provenance(), draft.version(), draft.logFloor(), 0, 0, draft.savedAt(),
                    draft.savedBy()).saved(clock.instant(), me.id(), LinkedCount.of(FilledPlan.of(form, answers), edit.provenance()));
            drafts.store(now);
            drafts.log(caseId, now.version(), edit.log().toString(), me.id(), me.name());
        }
        return edit.result(now);
    }

    /** Addresses open for change; empty when all are. Several rooms' answers narrow each other. */
    public Optional<Set<String>> open(CaseId caseId) {
        return editable.stream().map(e -> e.of(caseId)).flatMap(Optional::stream).reduce((a, b) -> {
            a.removeIf(x -> !OpenFields.covers(b, x));
            return a;
        });
    }
}
