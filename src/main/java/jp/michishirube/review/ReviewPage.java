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

/** Where a plan is checked: by the city's reviewers, or by the office's leader where the municipality says so. */
@Controller
@RequestMapping("/cases/{number}/review")
@PreAuthorize("hasAnyRole('REVIEWER','OFFICE_LEADER')")
class ReviewPage extends CheckPage {

    private final ApprovePlan approvePlan;

    ReviewPage(CaseAccess access, ReviewView view, MakeRemark makeRemark, ReturnPlan returnPlan, ApprovePlan approvePlan) {
        super(Step.REVIEW_PLAN, access, view, makeRemark, returnPlan);
        this.approvePlan = approvePlan;
    }

    @PostMapping("/approve")
    Object approve(@PathVariable CaseNumber number, @RequestParam int version, @RequestParam(required = false) String note, Model model,
            Locale locale, RedirectAttributes redirect) {
        return decide(number, note, model, locale, redirect, "review.approved", file -> approvePlan.approve(file, version, note));
    }
}
