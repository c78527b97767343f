package jp.michishirube.plan.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.form.Address;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.plan.form.OpenFields;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.Provenance;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's word where holders disagree: take this one, or keep what stands there. Asked once for the same values. */
@Service
public class ChooseFact {

    private final PlanForms forms;
    private final Drafts drafts;
    private final FactOffers offers;
    private final CaseProcess process;
    private final SaveDraft saveDraft;
    private final WhoAmI whoAmI;
    private final Clock clock;

    ChooseFact(PlanForms forms, Drafts drafts, FactOffers offers, CaseProcess process, SaveDraft saveDraft, WhoAmI whoAmI, Clock clock) {
        this.forms = forms;
        this.drafts = drafts;
        this.offers = offers;
        this.process = process;
        this.saveDraft = saveDraft;
        this.whoAmI = whoAmI;
        this.clock = clock;
    }

    /**
     * @param holder whose value to take; null to keep what stands there
     * @throws Problem {@code nothing-to-choose} (409) when the two agree by now
     */
    @Transactional
    public void choose(CaseId caseId, String address, Holder holder) {
        if (process.openSteps(caseId).stream().noneMatch(s -> s == Step.INTERVIEW_RESIDENT || s == Step.REVISE_PLAN)) {
            throw Problem.conflict("plan-not-open");
        }
        if (!OpenFields.isOpen(saveDraft.open(caseId), address)) {
            throw Problem.invalid("plan-fields-wrong", List.of(new FieldProblem(address, "locked")));
        }
        Draft draft = drafts.lock(caseId).orElseThrow(() -> Problem.conflict("nothing-to-choose"));
        PlanForm form = forms.version(draft.formVersion());
        Disagreement found = Disagreement.in(forms.filled(draft), draft.provenance(), offers.of(caseId), Locale.JAPANESE, LocalDate.now(clock)).stream()
                .filter(d -> d.address().equals(address)).findFirst().orElseThrow(() -> Problem.conflict("nothing-to-choose"));
        ObjectNode answers = draft.answers().deepCopy();
        ObjectNode provenance = draft.provenance().deepCopy();
        ArrayNode over = JsonNodeFactory.instance.arrayNode();
        if (provenance.path(address).path("passedOver") instanceof ArrayNode before) {
            over.addAll(before);
        }
        found.sides().stream().filter(s -> s.holder() != holder).forEach(s -> over.add(s.value()));
        found.sides().stream().filter(s -> s.holder() == holder).findFirst().ifPresent(side -> {
            JsonNode current = Answers.get(answers, address);
            if (current != null && !found.field().isGroup()) {
                over.add(current);
            }
            take(form, found, side, answers, provenance);
        });
        keep(provenance, address, over);
        store(draft, form, answers, provenance);
    }

    private void take(PlanForm form, Disagreement found, Disagreement.Side side, ObjectNode answers, ObjectNode provenance) {
        ObjectNode linked = Provenance.linked(side.holder(), side.asOf(), side.consentRecordId());
        if (!found.field().isGroup()) {
            Answers.put(form, answers, found.address(), side.value());
            provenance.set(found.address(), linked);
            return;
        }
        for (JsonNode row : side.value()) {
            JsonNode rows = Answers.get(answers, found.address());
            if (rows != null && rows.size() >= found.field().maxRows()) {
                throw Problem.invalid("plan-fields-wrong", List.of(new FieldProblem(found.address(), "too-many-rows", found.field().maxRows())));
            }
            Address at = found.field().address().row(row.path(Answers.KEY).asText());
            Answers.put(form, answers, at.toString(), row);
            provenance.remove(at.toString());
            row.fieldNames().forEachRemaining(k -> {
                if (!k.equals(Answers.KEY)) {
                    provenance.set(at.cell(k).toString(), linked.deepCopy());
                }
            });
        }
    }

    private void keep(ObjectNode provenance, String address, ArrayNode over) {
        if (over.isEmpty()) {
            return;
        }
        ObjectNode entry = provenance.get(address) instanceof ObjectNode known ? known : Provenance.typed(whoAmI.orProcess().id(), clock.instant());
        entry.set("passedOver", over);
        provenance.set(address, entry);
    }

    private void store(Draft draft, PlanForm form, ObjectNode answers, ObjectNode provenance) {
        Person me = whoAmI.orProcess();
        Draft now = new Draft(draft.caseId(), draft.formVersion(), answers, provenance, draft.version(), draft.logFloor(), 0, 0, draft.savedAt(), draft.savedBy())
                .saved(clock.instant(), me.id(), LinkedCount.of(FilledPlan.of(form, answers), provenance));
        drafts.store(now);
        drafts.log(draft.caseId(), now.version(), FieldChanges.between(form, draft.answers(), answers).toString(), me.id(), me.name());
    }
}
