package jp.michishirube.evacuation.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.plan.draft.Draft;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.plan.versions.PlanInForce;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is wrong now with the places and ways of a plan, the way to mend it, and the end of the look. */
@Controller
class CheckWayPage {

    private final CaseAccess access;
    private final CaseProcess process;
    private final EvacuationChecks checks;
    private final PlanInForce plans;
    private final Drafts drafts;
    private final CheckWay checkWay;

    CheckWayPage(CaseAccess access, CaseProcess process, EvacuationChecks checks, PlanInForce plans, Drafts drafts, CheckWay checkWay) {
        this.access = access;
        this.process = process;
        this.checks = checks;
        this.plans = plans;
        this.drafts = drafts;
        this.checkWay = checkWay;
    }

    @GetMapping("/cases/{number}/way-check")
    @PreAuthorize("hasAnyRole('CARE_MANAGER', 'OFFICE_LEADER', 'REVIEWER', 'ROSTER_MANAGER')")
    String show(@PathVariable CaseNumber number, Model model) {
        return page(access.open(number, "way-check"), "", List.of(), model);
    }

    @PostMapping("/cases/{number}/way-check")
    @PreAuthorize("hasAnyRole('CARE_MANAGER', 'OFFICE_LEADER')")
    String check(@PathVariable CaseNumber number, @RequestParam(defaultValue = "") String note, Model model, RedirectAttributes redirect,
            HttpServletResponse response) {
        CaseFile file = access.openForStep(number, Step.CHECK_WAY);
        try {
            checkWay.check(file, note);
        } catch (Problem problem) {
            response.setStatus(problem.status().value());
            return page(file, note, problem.fieldsOrThrow(), model);
        }
        redirect.addFlashAttribute("notice", "way-check.done");
        return "redirect:/cases/" + number;
    }

    private String page(CaseFile file, String note, List<FieldProblem> problems, Model model) {
        var open = process.openSteps(file.id());
        model.addAttribute("caseFile", file);
        model.addAttribute("activeTab", "route");
        model.addAttribute("atStep", open.contains(Step.CHECK_WAY));
        model.addAttribute("writing", open.contains(Step.INTERVIEW_RESIDENT) || open.contains(Step.REVISE_PLAN));
        model.addAttribute("findings", answers(file).map(a -> checks.of(file.id(), a)).orElse(List.of()));
        model.addAttribute("done", checkWay.of(file.id()));
        model.addAttribute("note", note);
        model.addAttribute("problems", problems);
        return "evacuation/way-check";
    }

    /** While a first plan is being written that is what counts, else the plan in force, or what was handed in. */
    private Optional<ObjectNode> answers(CaseFile file) {
        Optional<ObjectNode> submitted = plans.of(file.id()).map(Submission::answers);
        Optional<ObjectNode> draft = drafts.find(file.id()).map(Draft::answers);
        return file.state().isEnded() ? submitted.or(() -> draft) : draft.or(() -> submitted);
    }
}
