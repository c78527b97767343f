package jp.michishirube.roster;

import java.util.List;
import java.util.Map;
import jp.michishirube.organization.Offices;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.file.Column;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Who is on the roster. */
@Controller
@RequestMapping("/roster/entries")
@PreAuthorize("hasRole('ROSTER_MANAGER')")
class EntryPages {

    private final EntryList entries;
    private final ShowRows show;
    private final Offices offices;
    private final RankAgain rankAgain;
    private final Rankings rankings;

    EntryPages(EntryList entries, ShowRows show, Offices offices, RankAgain rankAgain, Rankings rankings) {
        this.entries = entries;
        this.show = show;
        this.offices = offices;
        this.rankAgain = rankAgain;
        this.rankings = rankings;
    }

    @GetMapping
    String list(@RequestParam(required = false) String q, @RequestParam(required = false) String area,
            @RequestParam(required = false) String office, @RequestParam(required = false) String status,
            @RequestParam(defaultValue = "") String after, Model model) {
        EntryList.Filter filter = new EntryList.Filter(q, area, office, status);
        EntryList.Row[] last = new EntryList.Row[1];
        List<EntryList.Row> shown = show.entries("roster-entries", filter.narrowing(), () -> {
            List<EntryList.Row> page = entries.page(filter, after);
            last[0] = page.size() > EntryList.PAGE ? page.get(EntryList.PAGE - 1) : null;
            return page.subList(0, Math.min(EntryList.PAGE, page.size()));
        });
        model.addAttribute("nav", "roster");
        model.addAttribute("filter", filter);
        model.addAttribute("rows", shown);
        model.addAttribute("next", last[0] == null ? null : last[0].priority() + "-" + last[0].id());
        model.addAttribute("areas", entries.areas());
        model.addAttribute("offices", offices.all());
        Ranking ranking = rankings.last().orElse(null);
        model.addAttribute("ranking", ranking);
        model.addAttribute("stale", ranking != null && ranking.isUnderWay() ? 0 : rankAgain.stale());
        return "roster/entries";
    }

    @PostMapping("/ranking")
    String rankAgain() {
        rankAgain.ask();
        return "redirect:/roster/entries";
    }

    @GetMapping("/ranking")
    @ResponseBody
    Map<String, Object> ranking() {
        return rankings.last().map(r -> Map.<String, Object>of("state", r.isUnderWay() ? "RUNNING" : "DONE", "percent", r.percent())).orElse(Map.of());
    }

    @GetMapping("/{id:\\d{1,18}}")
    String one(@PathVariable long id, Model model) {
        model.addAttribute("nav", "roster");
        model.addAttribute("entry", show.entries("roster-entry", Map.of(), () -> entries.find(id).stream().toList()).stream().findFirst()
                .orElseThrow(() -> Problem.notFound("roster-entry-not-found")));
        model.addAttribute("keys", IntakeKind.RESIDENTS.layout().columns().stream().map(Column::key).toList());
        return "roster/entry";
    }
}
