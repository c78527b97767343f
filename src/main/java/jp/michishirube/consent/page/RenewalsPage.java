package jp.michishirube.consent.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.michishirube.casefile.PeopleLists;
import jp.michishirube.consent.record.Renewals;
import jp.michishirube.consent.rule.Notices;
import jp.michishirube.organization.OfficeNames;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 聞き直す同意: also of plans in force, on which no step is open and which therefore stand in no list of work. */
@Controller
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER')")
class RenewalsPage {

    private final Renewals renewals;
    private final PeopleLists lists;
    private final OfficeNames offices;
    private final WhoAmI who;

    RenewalsPage(Renewals renewals, PeopleLists lists, OfficeNames offices, WhoAmI who) {
        this.renewals = renewals;
        this.lists = lists;
        this.offices = offices;
        this.who = who;
    }

    @GetMapping("/renewals")
    String list(Locale locale, Model model) {
        Person me = who.me();
        List<Renewals.Due> due = lists.show(PeopleLists.Shown.onScreen("renewals", Map.of()),
                () -> renewals.ofOffice(me.isCity() ? null : me.office()), d -> PeopleLists.Somebody.of(d.caseId()));
        model.addAttribute("nav", "renewals");
        model.addAttribute("due", due);
        model.addAttribute("most", Renewals.MOST);
        model.addAttribute("city", me.isCity());
        model.addAttribute("offices", offices.all());
        model.addAttribute("zone", Notices.JAPAN);
        model.addAttribute("pattern", Dates.pattern(locale));
        return "consent/renewals";
    }
}
