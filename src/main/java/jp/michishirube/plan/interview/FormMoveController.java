package jp.michishirube.plan.interview;

import java.util.Locale;
import jp.michishirube.plan.draft.Draft;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.plan.draft.MoveToNewerForm;
import jp.michishirube.plan.form.FormMove;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.kept.PlanForms;
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

/** Offers the newer form with the list of what it changes. */
@Controller
@RequestMapping("/cases/{number}/interview/form")
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER')")
class FormMoveController {

    private final OpenInterview interviews;
    private final PlanForms forms;
    private final Drafts drafts;
    private final MoveToNewerForm moveToNewerForm;

    FormMoveController(OpenInterview interviews, PlanForms forms, Drafts drafts, MoveToNewerForm moveToNewerForm) {
        this.interviews = interviews;
        this.forms = forms;
        this.drafts = drafts;
        this.moveToNewerForm = moveToNewerForm;
    }

    @GetMapping
    String page(@PathVariable String number, Model model, Locale locale) {
        OpenInterview.At at = interviews.of(number, "plan");
        Draft draft = drafts.find(at.caseFile().id()).orElseThrow(() -> Problem.notFound("no-plan-yet"));
        PlanForm older = forms.version(draft.formVersion());
        PlanForm newer = forms.current();
        if (at.step() == null || older.version().equals(newer.version())) {
            return "redirect:/cases/" + number + "/interview";
        }
        model.addAttribute("caseFile", at.caseFile());
        model.addAttribute("activeTab", "plan");
        model.addAttribute("older", older.version());
        model.addAttribute("newer", newer.version());
        model.addAttribute("move", FormMove.between(older, newer, draft.answers(), locale));
        return "plan/form";
    }

    @PostMapping
    String move(@PathVariable String number, @RequestParam String version, RedirectAttributes flash) {
        OpenInterview.At at = interviews.of(number, "plan");
        at.stepOrRefuse();
        moveToNewerForm.move(at.caseFile().id(), version);
        flash.addFlashAttribute("notice", "plan.form.moved");
        return "redirect:/cases/" + number + "/interview";
    }
}
