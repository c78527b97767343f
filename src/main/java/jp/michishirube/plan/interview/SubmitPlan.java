package jp.michishirube.plan.interview;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.draft.Draft;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.plan.draft.LinkedCount;
import jp.michishirube.plan.draft.OfferFacts;
import jp.michishirube.plan.form.Completeness;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.form.Validity;
import jp.michishirube.plan.interview.SubmissionChecks.CheckFinding;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.Provenance;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands in the plan: the draft becomes the next version, never changed afterwards, and the case moves on. What was linked counts from
 * now on as confirmed by who handed it in.
 */
@Service
public class SubmitPlan {

    private final CaseFiles cases;
    private final PlanForms forms;
    private final Drafts drafts;
    private final OfferFacts facts;
    private final Submissions submissions;
    private final ObjectProvider<SubmissionChecks> checks;
    private final CaseProcess process;
    private final Timeline timeline;
    private final WhoAmI whoAmI;
    private final Clock clock;

    SubmitPlan(CaseFiles cases, PlanForms forms, Drafts drafts, OfferFacts facts, Submissions submissions, ObjectProvider<SubmissionChecks> checks,
            CaseProcess process, Timeline timeline, WhoAmI whoAmI, Clock clock) {
        this.cases = cases;
        this.forms = forms;
        this.drafts = drafts;
        this.facts = facts;
        this.submissions = submissions;
        this.checks = checks;
        this.process = process;
        this.timeline = timeline;
        this.whoAmI = whoAmI;
        this.clock = clock;
    }

    /**
     * What stands between the draft and its submission.
     *
     * @param missing  required fields without an answer
     * @param problems answers that do not fit the form
     * @param findings of the municipality's rules
     */
    public record Readiness(List<FieldProblem> missing, List<FieldProblem> problems, List<CheckFinding> findings) {

        public boolean ready() {
            return missing.isEmpty() && problems.isEmpty() && findings.stream().noneMatch(CheckFinding::blocks);
        }

        public List<CheckFinding> warnings() {
            return findings.stream().filter(f -> !f.blocks()).toList();
        }

        public List<CheckFinding> blocking() {
            return findings.stream().filter(CheckFinding::blocks).toList();
        }
    }

    /** For the page before the submission; changes nothing. */
    public Readiness readiness(CaseId caseId) {
        Draft draft = facts.begin(caseId, whoAmI.orProcess().id());
        return readiness(caseId, forms.filled(draft));
    }

    private Readiness readiness(CaseId caseId, FilledPlan plan) {
        ObjectNode answers = plan.applicable();
        List<CheckFinding> findings = checks.orderedStream().flatMap(c -> c.of(caseId, answers).stream()).toList();
        return new Readiness(Completeness.missing(plan), Validity.problems(plan, LocalDate.now(clock)), findings);
    }

    /**
     * @param step    {@link Step#INTERVIEW_RESIDENT} or {@link Step#REVISE_PLAN}
     * @param seen    version of the draft that the person saw; null for whatever is there (the API)
     * @param comment what the office says to the warnings
     * @throws Problem {@code plan-changed-since} (409) when others saved meanwhile; {@code plan-incomplete} (422) with each field;
     *                 {@code stale-step} (409) on a double submission
     */
    @Transactional
    public Submission submit(CaseId caseId, Step step, Long seen, String comment) {
        cases.hold(caseId);
        if (!process.openSteps(caseId).contains(step)) {
            throw Problem.conflict("stale-step");
        }
        Person me = whoAmI.orProcess();
        facts.begin(caseId, me.id());
        Draft draft = drafts.lock(caseId).orElseThrow();
        if (seen != null && draft.version() != seen) {
            throw Problem.conflict("plan-changed-since");
        }
        FilledPlan plan = forms.filled(draft);
        PlanForm form = plan.form();
        Readiness readiness = readiness(caseId, plan);
        if (!readiness.ready()) {
            throw Problem.invalid("plan-incomplete", problems(readiness));
        }
        ObjectNode provenance = confirmed(draft.provenance());
        int version = submissions.latest(caseId).map(Submission::version).orElse(0) + 1;
        Submission submission = new Submission(version, plan.applicable(), provenance, clock.instant(), me.id(), form.version());
        submissions.add(caseId, submission, me.name(), findings(readiness).toString(), comment == null ? "" : comment.strip());
        drafts.store(new Draft(caseId, form.version(), draft.answers(), provenance, draft.version(), draft.logFloor(), 0, 0, draft.savedAt(), draft.savedBy())
                .saved(clock.instant(), me.id(), LinkedCount.of(plan, provenance)).closed());
        drafts.forgetSaves(caseId);
        timeline.append(caseId, version == 1 ? "plan-submitted" : "plan-resubmitted", Map.of("version", String.valueOf(version)));
        process.finish(caseId, step, Outcome.SUBMITTED);
        return submission;
    }

    private static List<FieldProblem> problems(Readiness readiness) {
        List<FieldProblem> all = new ArrayList<>(readiness.missing());
        all.addAll(readiness.problems());
        readiness.blocking().forEach(f -> all.add(new FieldProblem(f.pointer(), "check", f.message())));
        return all;
    }

    private static ArrayNode findings(Readiness readiness) {
        ArrayNode findings = JsonNodeFactory.instance.arrayNode();
        readiness.warnings().forEach(f -> findings.addObject().put("pointer", f.pointer()).put("rule", f.rule()).put("message", f.message()));
        return findings;
    }

    private static ObjectNode confirmed(ObjectNode provenance) {
        ObjectNode confirmed = provenance.deepCopy();
        confirmed.forEach(entry -> {
            if (Provenance.isLinked(entry)) {
                ((ObjectNode) entry).put("confirmed", true);
            }
        });
        return confirmed;
    }
}
