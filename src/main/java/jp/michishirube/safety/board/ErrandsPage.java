package jp.michishirube.safety.board;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.answer.Said;
import jp.michishirube.safety.event.DisasterEvent;
import jp.michishirube.safety.event.Events;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 訪問と電話: made from those without an answer and those who call for help, given to teams, told with one tap; on a phone and on paper. */
@Controller
@RequestMapping("/events/{id:\\d{1,18}}/errands")
@PreAuthorize("hasAnyRole('REVIEWER','ROSTER_MANAGER')")
class ErrandsPage {

    private final Events events;
    private final Desks desks;
    private final ReadBoard boards;
    private final Errands errands;
    private final MakeErrands make;
    private final FinishErrand finish;
    private final ErrandList paper;

    ErrandsPage(Events events, Desks desks, ReadBoard boards, Errands errands, MakeErrands make, FinishErrand finish, ErrandList paper) {
        this.events = events;
        this.desks = desks;
        this.boards = boards;
        this.errands = errands;
        this.make = make;
        this.finish = finish;
        this.paper = paper;
    }

    /** @param row whom it is about, as the board shows them */
    record Shown(Errand errand, Row row) {}

    /** @param team only what that team has; null for all, empty for what nobody has yet */
    @GetMapping
    String show(@PathVariable long id, @RequestParam(required = false) String team, Model model) {
        DisasterEvent event = events.get(id);
        List<Errand> all = errands.of(id);
        List<Shown> open = shown(event, all.stream().filter(Errand::isOpen).filter(e -> team == null || e.team().equals(team)).toList(), "safety-errands");
        model.addAttribute("nav", "events").addAttribute("event", event).addAttribute("team", team).addAttribute("open", open)
                .addAttribute("teams", all.stream().map(Errand::team).filter(t -> !t.isEmpty()).collect(java.util.stream.Collectors.toCollection(TreeSet::new)))
                .addAttribute("done", all.stream().filter(e -> !e.isOpen()).count()).addAttribute("said", List.of(Said.values())).addAttribute("zone", WorkingDays.JAPAN)
                .addAttribute("parts", List.of(Part.UNANSWERED, Part.UNREACHABLE, Part.HELP));
        return "safety/errands";
    }

    @GetMapping("/list.pdf")
    ResponseEntity<byte[]> list(@PathVariable long id, @RequestParam(required = false) String team, Locale locale) {
        DisasterEvent event = events.get(id);
        List<Shown> open = shown(event, errands.of(id).stream().filter(Errand::isOpen).filter(e -> team == null || e.team().equals(team)).toList(), "safety-errands-paper");
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore()).body(paper.print(event, team, open, locale));
    }

    @PostMapping
    String make(@PathVariable long id, @RequestParam(name = "parts", required = false) List<String> parts, @RequestParam(defaultValue = "VISIT") Errand.Kind kind,
            @RequestParam(defaultValue = "") String area, @RequestParam(defaultValue = "") String team, RedirectAttributes redirect) {
        DisasterEvent event = events.get(id);
        Set<Part> chosen = new HashSet<>();
        Arrays.stream(Part.values()).filter(p -> parts != null && parts.contains(p.name())).forEach(chosen::add);
        int made = make.make(event, desks.at(event, area).areas(), chosen, kind, team);
        redirect.addFlashAttribute("made", made);
        return "redirect:/events/" + id + "/errands";
    }

    @PostMapping("/{errand:\\d{1,18}}/team")
    String give(@PathVariable long id, @PathVariable long errand, @RequestParam(defaultValue = "") String team, RedirectAttributes redirect) {
        errands.give(errand(id, errand), MakeErrands.team(team));
        redirect.addFlashAttribute("notice", "errands.given");
        return "redirect:/events/" + id + "/errands#e-" + errand;
    }

    @PostMapping("/{errand:\\d{1,18}}")
    String finish(@PathVariable long id, @PathVariable long errand, @RequestParam Said said, RedirectAttributes redirect) {
        finish.finish(errand(id, errand), said);
        redirect.addFlashAttribute("notice", said == Said.HURT ? "errands.hurt" : "errands.told");
        return "redirect:/events/" + id + "/errands";
    }

    private Errand errand(long event, long id) {
        return errands.find(event, id).orElseThrow(() -> Problem.notFound("asked-not-found"));
    }

    private List<Shown> shown(DisasterEvent event, List<Errand> some, String what) {
        Map<Long, Row> rows = new LinkedHashMap<>();
        boards.read(event, desks.at(event, null), what, some.stream().map(Errand::askedId).collect(java.util.stream.Collectors.toSet())).forEach(r -> rows.put(r.askedId(), r));
        return some.stream().map(e -> Optional.ofNullable(rows.get(e.askedId())).map(r -> new Shown(e, r))).flatMap(Optional::stream).toList();
    }
}
