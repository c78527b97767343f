package jp.michishirube.review;

import java.util.Locale;
import java.util.function.Consumer;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.Step;
import jp.michishirube.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a plan is checked: by the city's reviewers, or by the office's leader where the municipality says so. */
@Controller
@PreAuthorize("hasAnyRole('REVIEWER','OFFICE_LEADER')")
class ReviewPage {

    private final CaseAccess access;
    private final ReviewView view;
    private final MakeRemark makeRemark;
    private final ReturnPlan returnPlan;
    private final ApprovePlan approvePlan;

    ReviewPage(CaseAccess access, ReviewView view, MakeRemark makeRemark, ReturnPlan returnPlan, ApprovePlan approvePlan) {
        this.access = access;
        this.view = view;
        this.makeRemark = makeRemark;
        this.returnPlan = returnPlan;
        this.approvePlan = approvePlan;
    }

    /**
     * @param version the submission to show; the latest when missing
     * @param with    the version to compare with; the one before when missing
     * @param remark  address of the field at which a remark is being written
     */
    @GetMapping("/cases/{number}/review")
    String show(@PathVariable CaseNumber number, @RequestParam(required = false) Integer version,
            @RequestParam(required = false) Integer with, @RequestParam(required = false) String remark, Model model, Locale locale) {
        CaseFile file = access.openForStep(number, Step.REVIEW_PLAN);
        view.fill(model, file, Step.REVIEW_PLAN, version, with, locale);
        model.addAttribute("typing", RemarkForm.at(remark));
        return "review/review";
    }

    @PostMapping("/cases/{number}/review/remarks")
    Object remark(@PathVariable CaseNumber number, @RequestParam int version, RemarkForm form, Model model, Locale locale,
            RedirectAttributes redirect) {
        return act(number, model, locale, form, redirect, "review.remark-kept", ReviewSheet.id(form.pointer() == null ? "" : form.pointer()),
                file -> makeRemark.make(file, version, form.pointer(), form.kind(), form.wholeText(), form.proposed()));
    }

    @PostMapping("/cases/{number}/review/remarks/{id}/withdraw")
    Object withdraw(@PathVariable CaseNumber number, @PathVariable long id, Model model, Locale locale, RedirectAttributes redirect) {
        return act(number, model, locale, RemarkForm.NONE, redirect, "review.remark-withdrawn", "decide", file -> makeRemark.withdraw(file, id));
    }

    @PostMapping("/cases/{number}/review/return")
    Object giveBack(@PathVariable CaseNumber number, @RequestParam int version, @RequestParam(required = false) String note,
            @RequestParam(defaultValue = "false") boolean opensAll, Model model, Locale locale, RedirectAttributes redirect) {
        model.addAttribute("note", note).addAttribute("opensAll", opensAll);
        return act(number, model, locale, RemarkForm.NONE, redirect, "review.returned", null,
                file -> returnPlan.returnPlan(file, Step.REVIEW_PLAN, version, note, opensAll));
    }

    @PostMapping("/cases/{number}/review/approve")
    Object approve(@PathVariable CaseNumber number, @RequestParam int version, @RequestParam(required = false) String note, Model model,
            Locale locale, RedirectAttributes redirect) {
        model.addAttribute("note", note);
        return act(number, model, locale, RemarkForm.NONE, redirect, "review.approved", null, file -> approvePlan.approve(file, version, note));
    }

    /** Does it and goes on; what is refused is said on the page itself, with everything typed still there. */
    private Object act(CaseNumber number, Model model, Locale locale, RemarkForm form, RedirectAttributes redirect, String done, String at,
            Consumer<CaseFile> act) {
        CaseFile file = access.openForStep(number, Step.REVIEW_PLAN);
        try {
            act.accept(file);
        } catch (Problem refused) {
            view.fill(model, file, Step.REVIEW_PLAN, null, null, locale);
            view.refused(model, refused, locale);
            model.addAttribute("typing", form);
            ModelAndView page = new ModelAndView("review/review", model.asMap());
            page.setStatus(refused.status());
            return page;
        }
        redirect.addFlashAttribute("notice", done);
        return "redirect:/cases/" + number + (at == null ? "" : "/review#" + at);
    }
}
