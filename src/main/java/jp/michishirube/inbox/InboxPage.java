package jp.michishirube.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.Step;
import jp.michishirube.organization.Offices;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where everyone begins the day. Filters, order and page live in the URL, so that coming back keeps them. */
@Controller
class InboxPage {

    private final InboxList list;
    private final InboxRows rows;
    private final SavedFilters saved;
    private final Offices offices;
    private final People people;
    private final WhoAmI who;

    InboxPage(InboxList list, InboxRows rows, SavedFilters saved, Offices offices, People people, WhoAmI who) {
        this.list = list;
        this.rows = rows;
        this.saved = saved;
        this.offices = offices;
        this.people = people;
        this.who = who;
    }

    @GetMapping("/inbox")
    String inbox(@RequestParam Map<String, String> params, Model model) {
        Person me = who.me();
        Viewer viewer = Viewer.of(me);
        InboxFilter filter = filter(params);
        List<WorkItem> page = list.page(viewer, filter);
        boolean more = page.size() > InboxList.PAGE;
        List<WorkItem> shown = more ? page.subList(0, InboxList.PAGE) : page;
        model.addAttribute("nav", "inbox");
        model.addAttribute("filter", filter);
        model.addAttribute("rows", rows.of(shown, me));
        model.addAttribute("tabs", tabs(viewer, filter));
        model.addAttribute("next", more ? InboxList.cursorAfter(filter.order(), shown.get(shown.size() - 1)) : null);
        model.addAttribute("orders", InboxOrder.values());
        model.addAttribute("steps", Step.values());
        model.addAttribute("offices", viewer.office() == null ? offices.all() : List.of());
        model.addAttribute("colleagues", viewer.office() == null ? List.of() : people.ofOffice(viewer.office()));
        model.addAttribute("saved", saved.of(me.id()));
        model.addAttribute("here", "/inbox?" + filter.query());
        return "inbox/inbox";
    }

    @GetMapping("/inbox.csv")
    ResponseEntity<byte[]> csv(@RequestParam Map<String, String> params, java.util.Locale locale) {
        Person me = who.me();
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"inbox.csv\"")
                .body(InboxCsv.of(rows.of(list.export(Viewer.of(me), filter(params)), me), locale, rows));
    }

    @PostMapping("/inbox/filters")
    String save(@RequestParam String name, @RequestParam String query, RedirectAttributes flash) {
        saved.save(who.me().id(), name, query);
        flash.addFlashAttribute("notice", "inbox.filter-saved");
        return "redirect:/inbox?" + SavedFilters.safe(query);
    }

    @PostMapping("/inbox/filters/delete")
    String forget(@RequestParam long id) {
        saved.delete(who.me().id(), id);
        return "redirect:/inbox";
    }

    private List<Map<String, Object>> tabs(Viewer viewer, InboxFilter filter) {
        Map<InboxTab, Integer> counts = list.counts(viewer);
        List<Map<String, Object>> tabs = new ArrayList<>();
        for (InboxTab tab : InboxTab.values()) {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("label", tab.label() + (viewer.office() == null && tab == InboxTab.OFFICE ? ".city" : ""));
            shown.put("query", filter.on(tab).query());
            int count = counts.get(tab);
            shown.put("count", count >= InboxList.MOST_COUNTED ? InboxList.MOST_COUNTED + "+" : String.valueOf(count));
            shown.put("current", tab == filter.tab());
            shown.put("urgent", tab == InboxTab.OVERDUE && count > 0);
            tabs.add(shown);
        }
        return tabs;
    }

    static InboxFilter filter(Map<String, String> p) {
        try {
            return new InboxFilter(InboxTab.of(p.get("tab")), InboxOrder.of(p.get("order")), p.get("q"),
                    blank(p.get("step")) ? null : Step.valueOf(p.get("step")), p.get("office"), p.get("area"), p.get("assignee"),
                    number(p.get("priority")), number(p.get("waitingDays")), p.get("after"));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("unreadable-request");
        }
    }

    private static Integer number(String value) {
        return blank(value) ? null : Integer.valueOf(value.strip());
    }

    private static boolean blank(String value) {
        return value == null || value.isBlank();
    }
}
