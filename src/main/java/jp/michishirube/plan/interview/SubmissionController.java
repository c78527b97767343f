package jp.michishirube.plan.interview;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.draft.Draft;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.plan.draft.LinkedCount;
import jp.michishirube.plan.form.FieldLabels;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.kept.PlanTexts;
import jp.michishirube.plan.versions.Difference;
import jp.michishirube.plan.versions.PlanReading;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page before a submission: what is missing, what the rules say, the plan to read once more; then the submission itself. */
@Controller
@RequestMapping("/cases/{number}/interview/submission")
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER')")
class SubmissionController {

    private final OpenInterview interviews;
    private final SubmitPlan submitPlan;
    private final Drafts drafts;
    private final PlanForms forms;
    private final Submissions submissions;
    private final PlanReading reading;
    private final PlanTexts texts;

    SubmissionController(OpenInterview interviews, SubmitPlan submitPlan, Drafts drafts, PlanForms forms, Submissions submissions, PlanReading reading,
            PlanTexts texts) {
        this.interviews = interviews;
        this.submitPlan = submitPlan;
        this.drafts = drafts;
        this.forms = forms;
        this.submissions = submissions;
        this.reading = reading;
        this.texts = texts;
    }

    record Item(String address, String label, String text) {}

    @GetMapping
    String page(@PathVariable String number, Model model, Locale locale) {
        OpenInterview.At at = interviews.of(number, "plan");
        return at.step() == null ? "redirect:/cases/" + number + "/plan" : show(at, "", model, locale);
    }

    private String show(OpenInterview.At at, String comment, Model model, Locale locale) {
        CaseId caseId = at.caseFile().id();
        SubmitPlan.Readiness readiness = submitPlan.readiness(caseId);
        Draft draft = drafts.find(caseId).orElseThrow();
        FilledPlan plan = forms.filled(draft);
        PlanForm form = plan.form();
        model.addAttribute("caseFile", at.caseFile());
        model.addAttribute("activeTab", "plan");
        model.addAttribute("version", draft.version());
        model.addAttribute("comment", comment);
        model.addAttribute("ready", readiness.ready());
        model.addAttribute("missing", items(form, readiness.missing(), locale));
        model.addAttribute("wrong", items(form, readiness.problems(), locale));
        model.addAttribute("blocking", findings(form, readiness.blocking(), locale));
        model.addAttribute("warnings", findings(form, readiness.warnings(), locale));
        model.addAttribute("count", new LinkedCount(draft.linkedItems(), draft.allItems()));
        model.addAttribute("sections", reading.of(plan, draft.provenance(), f -> true, false, locale));
        submissions.latest(caseId).ifPresent(last -> {
            model.addAttribute("last", last.version());
            model.addAttribute("changes", Difference.between(forms.filled(last), plan));
        });
        return "plan/submission";
    }

    private List<Item> items(PlanForm form, List<FieldProblem> problems, Locale locale) {
        return problems.stream().map(p -> new Item(p.field(), FieldLabels.of(form, p.field(), locale), texts.problem(p, locale))).toList();
    }

    private static List<Item> findings(PlanForm form, List<SubmissionChecks.CheckFinding> findings, Locale locale) {
        return findings.stream().map(f -> new Item(f.pointer(), FieldLabels.of(form, f.pointer(), locale), f.message())).toList();
    }

    @PostMapping
    String submit(@PathVariable String number, @RequestParam long version, @RequestParam(defaultValue = "") String comment, Model model, Locale locale,
            HttpServletResponse response, RedirectAttributes flash) {
        OpenInterview.At at = interviews.of(number, "plan-submit");
        try {
            Submission submission = submitPlan.submit(at.caseFile().id(), at.stepOrRefuse(), version, comment);
            flash.addFlashAttribute("notice", submission.version() == 1 ? "plan.submitted" : "plan.resubmitted");
            return "redirect:/cases/" + number;
        } catch (Problem problem) {
            if (!problem.kind().equals("plan-incomplete") && !problem.kind().equals("plan-changed-since")) {
                throw problem;
            }
            response.setStatus(problem.status().value());
            model.addAttribute("refused", texts.get("problem." + problem.kind(), locale));
            return show(at, comment, model, locale);
        }
    }
}
