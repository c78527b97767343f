package jp.michishirube.inbox;

import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.ListPlace;
import jp.michishirube.organization.Offices;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finding again: the plans in force, and every case that one may open, running or over. */
@Controller
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER')")
class FindPage {

    private final FoundCases found;
    private final ShowWork work;
    private final Offices offices;
    private final WhoAmI who;

    FindPage(FoundCases found, ShowWork work, Offices offices, WhoAmI who) {
        this.found = found;
        this.work = work;
        this.offices = offices;
        this.who = who;
    }

    record Tab(FindFilter.Kind kind, String query, boolean current) {}

    @GetMapping("/cases")
    String find(@RequestParam Map<String, String> params, Model model, HttpSession session) {
        Person me = who.me();
        Viewer viewer = work.viewer(me);
        FindFilter filter = FindFilter.of(params);
        FoundCases.Page page = found.page(viewer, filter);
        model.addAttribute("nav", "cases");
        model.addAttribute("filter", filter);
        model.addAttribute("rows", page.rows());
        model.addAttribute("before", filter.page() > 0 ? filter.at(filter.page() - 1).query() : null);
        model.addAttribute("after", page.more() ? filter.at(filter.page() + 1).query() : null);
        model.addAttribute("kinds", Arrays.stream(FindFilter.Kind.values()).map(k -> new Tab(k, filter.on(k).query(), k == filter.kind())).toList());
        model.addAttribute("areas", found.areas(viewer));
        model.addAttribute("offices", viewer.office() == null ? offices.all() : List.of());
        model.addAttribute("mine", viewer.office() != null);
        ListPlace.remember(session, "/cases?" + filter.query());
        return "inbox/find";
    }
}
