package jp.michishirube.review;

import java.util.Locale;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.Step;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a 民生委員 confirms a plan or gives it back with remarks. */
@Controller
@RequestMapping("/cases/{number}/confirmation")
@PreAuthorize("hasRole('WELFARE_COMMISSIONER')")
class ConfirmationPage extends CheckPage {

    private final ConfirmPlan confirmPlan;

    ConfirmationPage(CaseAccess access, ReviewView view, MakeRemark makeRemark, ReturnPlan returnPlan, ConfirmPlan confirmPlan) {
        super(Step.CONFIRM_PLAN, access, view, makeRemark, returnPlan);
        this.confirmPlan = confirmPlan;
    }

    @PostMapping("/confirm")
    Object confirm(@PathVariable CaseNumber number, @RequestParam int version, @RequestParam(required = false) String note, Model model,
            Locale locale, RedirectAttributes redirect) {
        return decide(number, note, model, locale, redirect, "review.confirmed-now", file -> confirmPlan.confirm(file, version, note));
    }
}
