package jp.michishirube.linkage;

import java.util.List;
import java.util.Map;
import jp.michishirube.organization.OfficeNames;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.draft.LinkedStatistics;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What linkage spares: items filled without typing, by office and for the city; and which holders fail now. */
@Controller
@PreAuthorize("hasAnyRole('OFFICE_LEADER','REVIEWER','ROSTER_MANAGER')")
class StatisticsPage {

    /** @param percent of the items that apply, rounded down: better too little than too much */
    record Row(String office, int plans, int linked, int all, int percent) {

        static Row of(String office, int plans, int linked, int all) {
            return new Row(office, plans, linked, all, all == 0 ? 0 : linked * 100 / all);
        }
    }

    private final LinkedStatistics statistics;
    private final Fetches fetches;
    private final OfficeNames offices;
    private final WhoAmI who;

    StatisticsPage(LinkedStatistics statistics, Fetches fetches, OfficeNames offices, WhoAmI who) {
        this.statistics = statistics;
        this.fetches = fetches;
        this.offices = offices;
        this.who = who;
    }

    /** The city sees every office, an office's leader the own one. */
    @GetMapping("/linkage/statistics")
    String show(Model model) {
        Person me = who.me();
        List<LinkedStatistics.OfOffice> seen = statistics.byOffice().stream()
                .filter(o -> me.isCity() || me.office() != null && me.office().equals(o.office())).toList();
        Map<String, String> names = offices.all();
        model.addAttribute("rows", seen.stream().map(o -> Row.of(name(names, o.office()), o.plans(), o.linked(), o.all())).toList());
        model.addAttribute("total", Row.of("", seen.stream().mapToInt(LinkedStatistics.OfOffice::plans).sum(),
                seen.stream().mapToInt(LinkedStatistics.OfOffice::linked).sum(),
                seen.stream().mapToInt(LinkedStatistics.OfOffice::all).sum()));
        model.addAttribute("failing", fetches.failing(me.isCity() ? null : me.office()));
        model.addAttribute("nav", "linkage");
        return "linkage/statistics";
    }

    private static String name(Map<String, String> names, String code) {
        return code == null ? "" : names.getOrDefault(code, code);
    }
}
