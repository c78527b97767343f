package jp.michishirube.plan.interview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.StepAct;
import jp.michishirube.door.OurJson;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.draft.Draft;
import jp.michishirube.plan.draft.OfferFacts;
import jp.michishirube.plan.draft.SaveDraft;
import jp.michishirube.plan.draft.SaveResult;
import jp.michishirube.plan.form.GivenAnswers;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Completing the interview or the revision by the API: {@code SUBMITTED} with {@code {"answers": {…}, "version": 12, "comment": "…"}},
 * all optional; the other outcomes with {@code {"reason", "resumeOn", "note", "attempts": [{"day", "way", "note"}]}}.
 */
@Component
class PlanStepAct implements StepAct {

    private final SaveDraft saveDraft;
    private final SubmitPlan submitPlan;
    private final EndInterview endInterview;
    private final ContactAttempts attempts;
    private final OfferFacts facts;
    private final PlanForms forms;
    private final WhoAmI who;
    private final OurJson json;

    record Submitted(ObjectNode answers, Long version, String comment) {}

    record Ended(String reason, String resumeOn, String note, List<Attempt> attempts) {}

    record Attempt(String day, String way, String note) {}

    PlanStepAct(SaveDraft saveDraft, SubmitPlan submitPlan, EndInterview endInterview, ContactAttempts attempts, OfferFacts facts, PlanForms forms,
            WhoAmI who, OurJson json) {
        this.saveDraft = saveDraft;
        this.submitPlan = submitPlan;
        this.endInterview = endInterview;
        this.attempts = attempts;
        this.facts = facts;
        this.forms = forms;
        this.who = who;
        this.json = json;
    }

    @Override
    public Set<Step> steps() {
        return EnumSet.of(Step.INTERVIEW_RESIDENT, Step.REVISE_PLAN);
    }

    @Override
    @Transactional
    public void complete(CaseFile caseFile, Step step, Outcome outcome, JsonNode input) {
        if (outcome == Outcome.SUBMITTED) {
            submit(caseFile, step, json.read(input, Submitted.class));
        } else if (step == Step.INTERVIEW_RESIDENT && EndInterview.OUTCOMES.contains(outcome)) {
            Ended ended = json.read(input, Ended.class);
            List<Attempt> tried = ended.attempts() == null ? List.of() : ended.attempts();
            tried.forEach(a -> attempts.note(caseFile.id(), day("day", a.day()), way(a.way()), a.note()));
            endInterview.record(caseFile.id(), outcome, ended.reason() == null ? "" : ended.reason(), day("resumeOn", ended.resumeOn()), ended.note());
        } else {
            throw Problem.badRequest("plan-outcome-unknown");
        }
    }

    private void submit(CaseFile caseFile, Step step, Submitted input) {
        Draft draft = facts.begin(caseFile.id(), who.acting().id());
        if (input.answers() != null) {
            long base = input.version() == null ? draft.version() : input.version();
            SaveResult saved = saveDraft.save(caseFile.id(), base, GivenAnswers.changes(forms.version(draft.formVersion()), input.answers()));
            if (!saved.complete()) {
                List<FieldProblem> problems = new ArrayList<>(saved.problems());
                saved.conflicts().forEach(c -> problems.add(new FieldProblem(c.address(), "changed-by-other", c.by(), "")));
                throw Problem.invalid("plan-fields-wrong", problems);
            }
        }
        submitPlan.submit(caseFile.id(), step, null, input.comment() == null ? "" : input.comment());
    }

    /** @return null for a word that is none */
    static ContactAttempt.Way way(String name) {
        return Arrays.stream(ContactAttempt.Way.values()).filter(w -> w.name().equals(name)).findFirst().orElse(null);
    }

    private static LocalDate day(String field, String iso) {
        try {
            return iso == null || iso.isEmpty() ? null : LocalDate.parse(iso);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("plan-fields-wrong", List.of(new FieldProblem(field, "no-such-date")));
        }
    }
}
