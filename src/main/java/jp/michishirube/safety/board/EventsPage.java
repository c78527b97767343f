package jp.michishirube.safety.board;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.event.BeginEvent;
import jp.michishirube.safety.event.DisasterEvent;
import jp.michishirube.safety.event.EndEvent;
import jp.michishirube.safety.event.Events;
import jp.michishirube.safety.event.Hazard;
import jp.michishirube.safety.event.Mode;
import jp.michishirube.safety.start.Proposals;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 安否確認: the events, and for the city how one is begun in three taps (hazard, 町, begin), widened, and ended. */
@Controller
@RequestMapping("/events")
@PreAuthorize("hasAnyRole('REVIEWER','ROSTER_MANAGER')")
class EventsPage {

    private final Events events;
    private final Desks desks;
    private final ReadBoard boards;
    private final BeginEvent begin;
    private final EndEvent end;
    private final Proposals proposals;

    EventsPage(Events events, Desks desks, ReadBoard boards, BeginEvent begin, EndEvent end, Proposals proposals) {
        this.events = events;
        this.desks = desks;
        this.boards = boards;
        this.begin = begin;
        this.end = end;
        this.proposals = proposals;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('REVIEWER','ROSTER_MANAGER','NEIGHBOURHOOD_LEADER','WELFARE_COMMISSIONER')")
    String list(Model model) {
        model.addAttribute("nav", "events").addAttribute("events", desks.events()).addAttribute("hazards", Hazard.values())
                .addAttribute("areas", events.knownAreas().stream().filter(a -> !a.isEmpty()).toList()).addAttribute("zone", WorkingDays.JAPAN)
                .addAttribute("proposed", proposals.open());
        model.asMap().putIfAbsent("form", Map.of());
        model.asMap().putIfAbsent("chosen", Set.of());
        return "safety/events";
    }

    @PostMapping
    String begin(@RequestParam Map<String, String> form, @RequestParam(name = "areas", required = false) List<String> areas, Model model,
            HttpServletResponse response, RedirectAttributes redirect) {
        Set<String> chosen = areas == null ? Set.of() : new HashSet<>(areas);
        try {
            BeginEvent.Begun begun = begin.begin(named(Mode.values(), form.get("mode")), named(Hazard.values(), form.get("hazard")), chosen, form.get("ground"));
            redirect.addFlashAttribute("notice", begun.widened() ? "safety.event.widened" : "safety.event.begun");
            return "redirect:/events/" + begun.id();
        } catch (Problem problem) {
            model.addAttribute("problems", problem.fieldsOrThrow()).addAttribute("form", form).addAttribute("chosen", chosen);
            response.setStatus(problem.status().value());
            return list(model);
        }
    }

    @GetMapping("/{id:\\d{1,18}}")
    String show(@PathVariable long id, Model model) {
        DisasterEvent event = events.get(id);
        Map<String, Tally> areas = boards.tallies(event);
        model.addAttribute("nav", "events").addAttribute("event", event).addAttribute("tallies", areas).addAttribute("total", Tally.sum(areas.values()))
                .addAttribute("parts", Part.values()).addAttribute("zone", WorkingDays.JAPAN)
                .addAttribute("others", events.knownAreas().stream().filter(a -> !a.isEmpty() && !event.areas().contains(a)).toList());
        return "safety/event";
    }

    @PostMapping("/{id:\\d{1,18}}/areas")
    String widen(@PathVariable long id, @RequestParam(name = "areas", required = false) List<String> areas, RedirectAttributes redirect) {
        begin.widen(id, areas == null ? Set.of() : new HashSet<>(areas));
        redirect.addFlashAttribute("notice", "safety.event.widened");
        return "redirect:/events/" + id;
    }

    /** @param mistake it should not have begun: those who were asked are told */
    @PostMapping("/{id:\\d{1,18}}/end")
    String end(@PathVariable long id, @RequestParam(defaultValue = "false") boolean mistake, RedirectAttributes redirect) {
        end.end(id, mistake);
        redirect.addFlashAttribute("notice", mistake ? "safety.event.corrected" : "safety.event.ended");
        return "redirect:/events/" + id;
    }

    private static <T extends Enum<T>> T named(T[] values, String name) {
        return Arrays.stream(values).filter(v -> v.name().equals(name)).findFirst().orElse(null);
    }
}
