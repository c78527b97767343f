package jp.michishirube.plan.interview;

import java.util.List;
import java.util.Locale;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.kept.PlanTexts;
import jp.michishirube.plan.versions.Difference;
import jp.michishirube.plan.versions.PlanReading;
import jp.michishirube.plan.versions.PlanInForce;
import jp.michishirube.plan.versions.Redactions;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The plan to read: the latest version handed in, or an earlier one, and what changed between two. */
@Controller
@RequestMapping("/cases/{number}/plan")
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER')")
class PlanController {

    private final CaseAccess access;
    private final OpenInterview interviews;
    private final Submissions submissions;
    private final PlanInForce inForce;
    private final PlanForms forms;
    private final PlanReading reading;
    private final EndInterview results;
    private final ContactAttempts attempts;
    private final CaseProcess process;
    private final WhoAmI whoAmI;
    private final Redactions redactions;

    PlanController(CaseAccess access, OpenInterview interviews, Submissions submissions, PlanInForce inForce, PlanForms forms, PlanReading reading,
            EndInterview results, ContactAttempts attempts, CaseProcess process, WhoAmI whoAmI, Redactions redactions) {
        this.access = access;
        this.interviews = interviews;
        this.submissions = submissions;
        this.inForce = inForce;
        this.forms = forms;
        this.reading = reading;
        this.results = results;
        this.attempts = attempts;
        this.process = process;
        this.whoAmI = whoAmI;
        this.redactions = redactions;
    }

    @GetMapping
    String read(@PathVariable String number, @RequestParam(required = false) Integer version, Model model, Locale locale) {
        OpenInterview.At at = interviews.of(number, "plan");
        if (at.step() != null && version == null && whoAmI.me().isOffice()) {
            return "redirect:/cases/" + number + "/interview";
        }
        head(model, at.caseFile());
        model.addAttribute("results", results.of(at.caseFile().id()));
        model.addAttribute("attempts", attempts.of(at.caseFile().id()));
        model.addAttribute("mayResume", whoAmI.me().isOffice() && process.rests(at.caseFile().id()));
        List<Submission> all = redactions.givenUp(at.caseFile().id()).isPresent() ? List.of() : submissions.of(at.caseFile().id());
        model.addAttribute("givenUp", redactions.givenUp(at.caseFile().id()).map(day -> PlanTexts.day(day, locale)).orElse(null));
        model.addAttribute("submissions", all);
        model.addAttribute("inForce", at.caseFile().state().isInForce() ? inForce.of(at.caseFile().id()).map(Submission::version).orElse(0) : 0);
        if (!all.isEmpty()) {
            Submission shown = version == null ? all.get(all.size() - 1)
                    : all.stream().filter(s -> s.version() == version).findFirst().orElseThrow(() -> Problem.notFound("no-submission"));
            FilledPlan plan = forms.filled(shown);
            model.addAttribute("shown", shown);
            model.addAttribute("redacted", redactions.concern(at.caseFile().id(), shown.version()));
            model.addAttribute("submittedAt", PlanTexts.day(shown.at(), locale) + " " + PlanTexts.time(shown.at()));
            model.addAttribute("sections", reading.of(plan, shown.provenance(), f -> true, true, locale));
            model.addAttribute("disclaimer", plan.form().disclaimer(locale));
        }
        return "plan/plan";
    }

    @GetMapping("/changes")
    String changes(@PathVariable String number, @RequestParam int from, @RequestParam int to, Model model) {
        CaseFile caseFile = access.open(OpenInterview.number(number), "plan-changes");
        redactions.refuseGivenUp(caseFile.id());
        Submission a = submissions.version(caseFile.id(), from).orElseThrow(() -> Problem.notFound("no-submission"));
        Submission b = submissions.version(caseFile.id(), to).orElseThrow(() -> Problem.notFound("no-submission"));
        head(model, caseFile);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("submissions", submissions.of(caseFile.id()));
        model.addAttribute("changes", Difference.between(forms.filled(a), forms.filled(b)));
        return "plan/changes";
    }

    private static void head(Model model, CaseFile caseFile) {
        model.addAttribute("caseFile", caseFile);
        model.addAttribute("activeTab", "plan");
    }
}
