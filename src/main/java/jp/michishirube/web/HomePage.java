package jp.michishirube.web;

import jp.michishirube.casefile.CaseSteps;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where each role begins the day. */
@Controller
class HomePage {

    private final WhoAmI who;
    private final CaseSteps steps;

    HomePage(WhoAmI who, CaseSteps steps) {
        this.who = who;
        this.steps = steps;
    }

    @GetMapping("/")
    @PreAuthorize("isAuthenticated()")
    String home() {
        Person me = who.me();
        if (me.isOffice() || me.has(Role.REVIEWER) || me.has(Role.WELFARE_COMMISSIONER) && steps.confirmation()) {
            return "redirect:/inbox";
        }
        if (me.has(Role.ROSTER_MANAGER)) {
            return "redirect:/roster";
        }
        if (me.has(Role.NEIGHBOURHOOD_LEADER) || me.has(Role.WELFARE_COMMISSIONER)) {
            return "redirect:/neighbourhood";
        }
        return me.has(Role.PROCESS_ADMIN) ? "redirect:/engine" : "no-role";
    }

    @GetMapping("/sign-in-failed")
    @PreAuthorize("permitAll()")
    String signInFailed() {
        return "sign-in-failed";
    }
}
