package jp.michishirube.review;

import java.util.Locale;
import java.util.function.Consumer;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.Step;
import jp.michishirube.problem.Problem;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What review and confirmation have in common: reading a version, remarks on its fields, sending it back. They differ in their yes. */
abstract class CheckPage {

    private final Step step;
    private final CaseAccess access;
    private final ReviewView view;
    private final MakeRemark makeRemark;
    private final ReturnPlan returnPlan;

    CheckPage(Step step, CaseAccess access, ReviewView view, MakeRemark makeRemark, ReturnPlan returnPlan) {
        this.step = step;
        this.access = access;
        this.view = view;
        this.makeRemark = makeRemark;
        this.returnPlan = returnPlan;
    }

    /**
     * @param version the submission to show; the latest when missing
     * @param with    the version to compare with; the one before when missing
     * @param remark  address of the field at which a remark is being written
     */
    @GetMapping
    String show(@PathVariable CaseNumber number, @RequestParam(required = false) Integer version,
            @RequestParam(required = false) Integer with, @RequestParam(required = false) String remark, Model model, Locale locale) {
        CaseFile file = access.openForStep(number, step);
        if (!view.fill(model, file, step, version, with, locale)) {
            return "review/nothing";
        }
        model.addAttribute("typing", RemarkForm.at(remark));
        return "review/review";
    }

    @PostMapping("/remarks")
    Object remark(@PathVariable CaseNumber number, @RequestParam int version, RemarkForm form, Model model, Locale locale,
            RedirectAttributes redirect) {
        return act(number, model, locale, form, redirect, "review.remark-kept", ReviewSheet.id(form.pointer() == null ? "" : form.pointer()),
                file -> makeRemark.make(file, version, form.pointer(), form.kind(), form.wholeText(), form.proposed()));
    }

    @PostMapping("/remarks/{id}/withdraw")
    Object withdraw(@PathVariable CaseNumber number, @PathVariable long id, Model model, Locale locale, RedirectAttributes redirect) {
        return act(number, model, locale, RemarkForm.NONE, redirect, "review.remark-withdrawn", "decide", file -> makeRemark.withdraw(file, id));
    }

    @PostMapping("/return")
    Object giveBack(@PathVariable CaseNumber number, @RequestParam int version, @RequestParam(required = false) String note,
            @RequestParam(defaultValue = "false") boolean opensAll, Model model, Locale locale, RedirectAttributes redirect) {
        model.addAttribute("opensAll", opensAll);
        return decide(number, note, model, locale, redirect, "review.returned",
                file -> returnPlan.returnPlan(file, step, version, note, opensAll));
    }

    /** An end of this check; the person goes on to the case. */
    Object decide(CaseNumber number, String note, Model model, Locale locale, RedirectAttributes redirect, String done, Consumer<CaseFile> act) {
        model.addAttribute("note", note);
        return act(number, model, locale, RemarkForm.NONE, redirect, done, null, act);
    }

    /** Does it and goes on; what is refused is said on the page itself, with everything typed still there. */
    private Object act(CaseNumber number, Model model, Locale locale, RemarkForm form, RedirectAttributes redirect, String done, String at,
            Consumer<CaseFile> act) {
        CaseFile file = access.openForStep(number, step);
        try {
            act.accept(file);
        } catch (Problem refused) {
            if (!view.fill(model, file, step, null, null, locale)) {
                throw refused;
            }
            return view.refused(model.addAttribute("typing", form), refused, locale);
        }
        redirect.addFlashAttribute("notice", done);
        return "redirect:/cases/" + number + (at == null ? "" : "/" + step.path() + "#" + at);
    }
}
