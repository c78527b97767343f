package jp.michishirube.roster.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.michishirube.organization.Offices;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.entry.CorrectEntry;
import jp.michishirube.roster.entry.Corrections;
import jp.michishirube.roster.entry.EntryList;
import jp.michishirube.roster.entry.IntakeKind;
import jp.michishirube.roster.file.Column;
import jp.michishirube.roster.priority.RankAgain;
import jp.michishirube.roster.priority.Ranking;
import jp.michishirube.roster.priority.Rankings;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

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
    private final CorrectEntry correct;
    private final Corrections corrections;

    EntryPages(EntryList entries, ShowRows show, Offices offices, RankAgain rankAgain, Rankings rankings, CorrectEntry correct,
            Corrections corrections) {
        this.entries = entries;
        this.show = show;
        this.offices = offices;
        this.rankAgain = rankAgain;
        this.rankings = rankings;
        this.correct = correct;
        this.corrections = corrections;
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
        model.addAttribute("entry", one(id));
        model.addAttribute("keys", Stream.concat(IntakeKind.RESIDENTS.columns().stream().map(Column::key), Stream.of("phoneNote")).toList());
        model.addAttribute("correctable", CorrectEntry.columns().stream().map(Column::key).toList());
        model.addAttribute("corrections", corrections.of(id));
        return "roster/entry";
    }

    @GetMapping("/{id:\\d{1,18}}/correction")
    String correction(@PathVariable long id, @RequestParam String key, Model model) {
        if (CorrectEntry.columns().stream().noneMatch(c -> c.key().equals(key))) {
            throw Problem.notFound("roster-entry-not-found");
        }
        EntryList.Row entry = one(id);
        model.addAttribute("nav", "roster");
        model.addAttribute("entry", entry);
        model.addAttribute("key", key);
        model.addAttribute("seen", entry.get(key));
        if (!model.containsAttribute("value")) {
            model.addAttribute("value", entry.get(key));
        }
        return "roster/correction";
    }

    @PostMapping("/{id:\\d{1,18}}/correction")
    String correct(@PathVariable long id, @RequestParam String key, @RequestParam String seen, @RequestParam String value,
            @RequestParam(defaultValue = "") String reason, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        try {
            correct.correct(id, key, seen, value, reason);
            redirect.addFlashAttribute("notice", "roster.correction.kept");
            return "redirect:/roster/entries/" + id;
        } catch (Problem wrong) {
            response.setStatus(wrong.status().value());
            model.addAttribute("problems", wrong.fieldsOrThrow());
            model.addAttribute("value", value);
            model.addAttribute("reason", reason);
            return correction(id, key, model);
        }
    }

    private EntryList.Row one(long id) {
        return show.entries("roster-entry", Map.of(), () -> entries.find(id).stream().toList()).stream().findFirst()
                .orElseThrow(() -> Problem.notFound("roster-entry-not-found"));
    }
}
