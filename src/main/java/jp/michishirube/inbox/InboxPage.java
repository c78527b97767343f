package jp.michishirube.inbox;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.michishirube.casefile.ListPlace;
import jp.michishirube.casefile.Step;
import jp.michishirube.organization.Offices;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where everyone begins the day. Filters, order and page live in the URL, so that coming back keeps them. */
@Controller
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER','WELFARE_COMMISSIONER')")
class InboxPage {

    private final InboxList list;
    private final ShowWork work;
    private final InboxRows rows;
    private final SavedFilters saved;
    private final ListWishes wishes;
    private final Offices offices;
    private final Colleagues colleagues;
    private final WhoAmI who;

    InboxPage(InboxList list, ShowWork work, InboxRows rows, SavedFilters saved, ListWishes wishes, Offices offices, Colleagues colleagues, WhoAmI who) {
        this.list = list;
        this.work = work;
        this.rows = rows;
        this.saved = saved;
        this.wishes = wishes;
        this.offices = offices;
        this.colleagues = colleagues;
        this.who = who;
    }

    record Tab(InboxTab tab, String label, String query, String count, String css, boolean current) {}

    @GetMapping("/inbox")
    String inbox(@RequestParam Map<String, String> params, Model model, HttpSession session) {
        Person me = who.me();
        Viewer viewer = work.viewer(me);
        List<InboxTab> shownTabs = InboxTab.of(colleagues.works(me));
        Map<InboxTab, Integer> counts = list.counts(viewer);
        InboxFilter asked = InboxFilter.of(params);
        InboxFilter filter = asked.tab() == null || !shownTabs.contains(asked.tab()) ? asked.on(InboxTab.begin(shownTabs, counts)) : asked;
        ShowWork.Page page = work.page(me, filter, "inbox");
        model.addAttribute("nav", "inbox");
        model.addAttribute("filter", filter);
        model.addAttribute("rows", rows.of(page.rows(), me));
        model.addAttribute("tabs", tabs(viewer, filter, shownTabs, counts));
        model.addAttribute("next", page.next());
        model.addAttribute("orders", InboxOrder.values());
        model.addAttribute("steps", Step.values());
        model.addAttribute("areas", list.areas(viewer));
        model.addAttribute("offices", viewer.office() == null ? offices.all() : List.of());
        model.addAttribute("colleagues", colleagues.of(viewer));
        model.addAttribute("works", colleagues.works(me));
        model.addAttribute("city", me.isCity());
        model.addAttribute("nowhere", viewer.isNowhere());
        model.addAttribute("reviewer", me.has(Role.REVIEWER));
        model.addAttribute("saved", saved.of(me.id()));
        model.addAttribute("wish", wishes.of(me.id()));
        model.addAttribute("columns", ListWishes.COLUMNS);
        model.addAttribute("here", "/inbox?" + filter.place());
        ListPlace.remember(session, "/inbox?" + filter.place());
        return "inbox/inbox";
    }

    @GetMapping("/inbox.csv")
    ResponseEntity<byte[]> csv(@RequestParam Map<String, String> params, Locale locale) {
        Person me = who.me();
        InboxFilter asked = InboxFilter.of(params);
        InboxFilter filter = asked.tab() == null ? asked.on(InboxTab.OFFICE) : asked;
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"inbox.csv\"")
                .body(InboxCsv.of(rows.of(work.file(me, filter), me), locale, rows));
    }

    private static List<Tab> tabs(Viewer viewer, InboxFilter filter, List<InboxTab> shown, Map<InboxTab, Integer> counts) {
        return shown.stream().map(tab -> {
            int count = counts.get(tab);
            boolean city = viewer.office() == null && (tab == InboxTab.OFFICE || tab == InboxTab.RETURNED);
            String css = count == 0 ? "zero" : tab == InboxTab.OVERDUE ? "err" : tab == InboxTab.RETURNED ? "warn" : "";
            return new Tab(tab, tab.label() + (city ? ".city" : ""), filter.on(tab).query(),
                    InboxList.shown(count, viewer), css, tab == filter.tab());
        }).toList();
    }
}
