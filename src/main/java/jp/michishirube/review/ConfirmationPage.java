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

/** Where a 民生委員 confirms a plan or gives it back with remarks. */
@Controller
@PreAuthorize("hasRole('WELFARE_COMMISSIONER')")
class ConfirmationPage {

    private final CaseAccess access;
    private final ReviewView view;
    private final MakeRemark makeRemark;
    private final ReturnPlan returnPlan;
    private final ConfirmPlan confirmPlan;

    ConfirmationPage(CaseAccess access, ReviewView view, MakeRemark makeRemark, ReturnPlan returnPlan, ConfirmPlan confirmPlan) {
        this.access = access;
        this.view = view;
        this.makeRemark = makeRemark;
        this.returnPlan = returnPlan;
        this.confirmPlan = confirmPlan;
    }

    @GetMapping("/cases/{number}/confirmation")
    String show(@PathVariable CaseNumber number, @RequestParam(required = false) Integer version,
            @RequestParam(required = false) Integer with, @RequestParam(required = false) String remark, Model model, Locale locale) {
        CaseFile file = access.openForStep(number, Step.CONFIRM_PLAN);
        view.fill(model, file, Step.CONFIRM_PLAN, version, with, locale);
        model.addAttribute("typing", RemarkForm.at(remark));
        return "review/review";
    }

    @PostMapping("/cases/{number}/confirmation/remarks")
    Object remark(@PathVariable CaseNumber number, @RequestParam int version, RemarkForm form, Model model, Locale locale,
            RedirectAttributes redirect) {
        return act(number, model, locale, form, redirect, "review.remark-kept", true,
                file -> makeRemark.make(file, version, form.pointer(), form.kind(), form.wholeText(), form.proposed()));
    }

    @PostMapping("/cases/{number}/confirmation/remarks/{id}/withdraw")
    Object withdraw(@PathVariable CaseNumber number, @PathVariable long id, Model model, Locale locale, RedirectAttributes redirect) {
        return act(number, model, locale, RemarkForm.NONE, redirect, "review.remark-withdrawn", true, file -> makeRemark.withdraw(file, id));
    }

    @PostMapping("/cases/{number}/confirmation/return")
    Object giveBack(@PathVariable CaseNumber number, @RequestParam int version, @RequestParam(required = false) String note,
            @RequestParam(defaultValue = "false") boolean opensAll, Model model, Locale locale, RedirectAttributes redirect) {
        model.addAttribute("note", note).addAttribute("opensAll", opensAll);
        return act(number, model, locale, RemarkForm.NONE, redirect, "review.returned", false,
                file -> returnPlan.returnPlan(file, Step.CONFIRM_PLAN, version, note, opensAll));
    }

    @PostMapping("/cases/{number}/confirmation/confirm")
    Object confirm(@PathVariable CaseNumber number, @RequestParam int version, @RequestParam(required = false) String note, Model model,
            Locale locale, RedirectAttributes redirect) {
        model.addAttribute("note", note);
        return act(number, model, locale, RemarkForm.NONE, redirect, "review.confirmed-now", false, file -> confirmPlan.confirm(file, version, note));
    }

    private Object act(CaseNumber number, Model model, Locale locale, RemarkForm form, RedirectAttributes redirect, String done, boolean stay,
            Consumer<CaseFile> act) {
        CaseFile file = access.openForStep(number, Step.CONFIRM_PLAN);
        try {
            act.accept(file);
        } catch (Problem refused) {
            view.fill(model, file, Step.CONFIRM_PLAN, null, null, locale);
            view.refused(model, refused, locale);
            model.addAttribute("typing", form);
            ModelAndView page = new ModelAndView("review/review", model.asMap());
            page.setStatus(refused.status());
            return page;
        }
        redirect.addFlashAttribute("notice", done);
        return "redirect:/cases/" + number + (stay ? "/confirmation#decide" : "");
    }
}
