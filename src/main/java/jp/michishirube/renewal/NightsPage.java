package jp.michishirube.renewal;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the nights found: numbers alone, of the whole city. Whose plan it is stands in the work lists of the offices. */
@Controller
class NightsPage {

    private static final int SHOWN = 60;

    private final Nights nights;
    private final PlanRenewals renewals;
    private final RenewalPolicy policy;

    NightsPage(Nights nights, PlanRenewals renewals, RenewalPolicy policy) {
        this.nights = nights;
        this.renewals = renewals;
        this.policy = policy;
    }

    @GetMapping("/plan-renewals")
    @PreAuthorize("hasAnyRole('REVIEWER','ROSTER_MANAGER')")
    String show(Model model) {
        model.addAttribute("nav", "plan-renewals");
        model.addAttribute("nights", nights.last(SHOWN));
        model.addAttribute("open", renewals.openByDecision());
        model.addAttribute("offices", renewals.openByOffice());
        model.addAttribute("policy", policy);
        return "renewal/nights";
    }
}
