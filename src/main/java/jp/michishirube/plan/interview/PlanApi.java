package jp.michishirube.plan.interview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.draft.Draft;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.Completeness;
import jp.michishirube.plan.form.FieldLabels;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.Change;
import jp.michishirube.plan.versions.Difference;
import jp.michishirube.plan.versions.PlanInForce;
import jp.michishirube.plan.versions.Redactions;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.plan.versions.SystemReading;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Plans for other systems: what is being written, what was handed in, what changed. */
@RestController
@RequestMapping("/api/v1/cases/{number}")
@PreAuthorize("hasAuthority('SCOPE_plans:read')")
@Tag(name = "plans")
class PlanApi {

    private final CaseAccess access;
    private final Drafts drafts;
    private final Submissions submissions;
    private final PlanInForce inForce;
    private final PlanForms forms;
    private final SystemReading reading;
    private final Redactions redactions;
    private final WhoAmI who;

    PlanApi(CaseAccess access, Drafts drafts, Submissions submissions, PlanInForce inForce, PlanForms forms, SystemReading reading, Redactions redactions, WhoAmI who) {
        this.access = access;
        this.drafts = drafts;
        this.submissions = submissions;
        this.inForce = inForce;
        this.forms = forms;
        this.reading = reading;
        this.redactions = redactions;
        this.who = who;
    }

    /**
     * @param submission  version last handed in; null before the first
     * @param inForce     version that helpers act on; null before the first
     * @param answers     of the draft while it is written
     * @param linkedItems questions answered by linkage and not edited, of {@code items} that apply
     */
    record PlanBody(
            String caseNumber, String formVersion, long version, Integer submission, Integer inForce, Instant savedAt, ObjectNode answers, JsonNode provenance, int linkedItems,
            int items, List<Missing> missing) {}

    record Missing(String field, String label) {}

    /** @param erased addresses that a withdrawal emptied after it was handed in */
    record SubmissionBody(int version, Instant submittedAt, String submittedBy, String formVersion, ObjectNode answers, JsonNode provenance,
            List<String> erased) {}

    record DifferenceBody(int from, int to, List<Change> changes) {}

    @GetMapping("/plan")
    @Operation(summary = "The plan as it stands, with where each answer came from and what is missing")
    PlanBody plan(@PathVariable String number) {
        who.reading(Role.CARE_MANAGER, Role.OFFICE_LEADER, Role.REVIEWER, Role.ROSTER_MANAGER);
        CaseFile file = open(number);
        CaseId caseId = file.id();
        Draft draft = drafts.find(caseId).orElseThrow(() -> Problem.notFound("no-plan-yet"));
        FilledPlan plan = forms.filled(draft);
        PlanForm form = plan.form();
        ObjectNode answers = reading.of(file, plan);
        List<FieldProblem> missing = Completeness.missing(plan);
        return new PlanBody(number, form.version(), draft.version(), submissions.latest(caseId).map(Submission::version).orElse(null), inForce.standing(caseId).map(PlanInForce.Standing::version).orElse(null), draft.savedAt(),
                answers, provenanceOf(answers, draft.provenance()), draft.linkedItems(), draft.allItems(),
                missing.stream().map(m -> new Missing(m.field(), FieldLabels.of(form, m.field(), Locale.JAPANESE))).toList());
    }

    @GetMapping("/plan/form")
    @Operation(summary = "The form that the plan answers: a JSON Schema with hints")
    JsonNode form(@PathVariable String number) {
        return forms.of(open(number).id()).schema();
    }

    @GetMapping("/plan/in-force")
    @Operation(summary = "The version that helpers act on; 404 while none is in force")
    SubmissionBody inForce(@PathVariable String number) {
        CaseFile file = open(number);
        return inForce.standing(file.id()).filter(s -> file.state().isInForce()).flatMap(s -> submissions.version(file.id(), s.version()))
                .map(s -> body(file, s)).orElseThrow(() -> Problem.notFound("no-submission"));
    }

    @GetMapping("/submissions")
    @Operation(summary = "Every version handed in, oldest first")
    List<SubmissionBody> submissions(@PathVariable String number) {
        CaseFile file = open(number);
        return submissions.of(file.id()).stream().map(s -> body(file, s)).toList();
    }

    @GetMapping("/submissions/{version}")
    @Operation(summary = "One version as it was handed in")
    SubmissionBody submission(@PathVariable String number, @PathVariable int version) {
        CaseFile file = open(number);
        return body(file, find(file.id(), version));
    }

    @GetMapping("/submissions/{a}/diff/{b}")
    @Operation(summary = "What changed from version a to version b, field by field")
    DifferenceBody diff(@PathVariable String number, @PathVariable int a, @PathVariable int b) {
        CaseFile file = open(number);
        return new DifferenceBody(a, b, Difference.between(allowed(file, find(file.id(), a)), allowed(file, find(file.id(), b))));
    }

    private FilledPlan allowed(CaseFile file, Submission s) {
        FilledPlan plan = forms.filled(s);
        return FilledPlan.of(plan.form(), reading.of(file, plan));
    }

    private SubmissionBody body(CaseFile file, Submission s) {
        ObjectNode answers = reading.of(file, forms.filled(s));
        return new SubmissionBody(s.version(), s.at(), s.by(), s.formVersion(), answers, provenanceOf(answers, s.provenance()),
                redactions.of(file.id()).stream().filter(r -> r.version() == s.version()).flatMap(r -> r.fields().stream()).sorted().distinct().toList());
    }

    /** Of the answers that are shown, no others: it holds values too. */
    private static ObjectNode provenanceOf(ObjectNode answers, JsonNode all) {
        ObjectNode shown = all.deepCopy();
        shown.properties().removeIf(e -> Answers.isEmpty(Answers.get(answers, e.getKey())));
        return shown;
    }

    private Submission find(CaseId caseId, int version) {
        return submissions.version(caseId, version).orElseThrow(() -> Problem.notFound("no-submission"));
    }

    private CaseFile open(String number) {
        CaseFile file = access.open(OpenInterview.number(number), "plan");
        redactions.refuseGivenUp(file.id());
        return file;
    }
}
