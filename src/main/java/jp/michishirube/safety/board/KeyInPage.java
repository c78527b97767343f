package jp.michishirube.safety.board;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.event.DisasterEvent;
import jp.michishirube.safety.event.Events;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A list from paper comes back: number and tick, line by line, by the keyboard alone. */
@Controller
@RequestMapping("/events/{id:\\d{1,18}}/sheet")
@PreAuthorize("hasAnyRole('REVIEWER','ROSTER_MANAGER','NEIGHBOURHOOD_LEADER','WELFARE_COMMISSIONER')")
class KeyInPage {

    static final int LINES = 20;

    private final Events events;
    private final Desks desks;
    private final KeyInSheet keyIn;
    private final Clock clock;

    KeyInPage(Events events, Desks desks, KeyInSheet keyIn, Clock clock) {
        this.events = events;
        this.desks = desks;
        this.keyIn = keyIn;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        DisasterEvent event = events.get(id);
        desks.at(event, null);
        model.addAttribute("nav", "events").addAttribute("event", event).addAttribute("lines", IntStream.rangeClosed(1, LINES).boxed().toList());
        model.asMap().putIfAbsent("form", Map.of("key", UUID.randomUUID().toString(),
                "at", LocalDateTime.ofInstant(clock.instant(), WorkingDays.JAPAN).truncatedTo(ChronoUnit.MINUTES).toString()));
        return "safety/sheet";
    }

    @PostMapping
    String keyIn(@PathVariable long id, @RequestParam Map<String, String> form, @RequestParam(name = "n", required = false) List<String> numbers,
            @RequestParam(name = "t", required = false) List<String> ticks, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        DisasterEvent event = events.get(id);
        try {
            int taken = keyIn.keyIn(event, desks.at(event, null), form.getOrDefault("at", ""), form.getOrDefault("key", ""),
                    numbers == null ? List.of() : numbers, ticks == null ? List.of() : ticks);
            redirect.addFlashAttribute("taken", taken);
            return "redirect:/events/" + id + "/sheet";
        } catch (Problem problem) {
            model.addAttribute("problems", problem.fieldsOrThrow()).addAttribute("form", form).addAttribute("numbers", numbers).addAttribute("ticks", ticks);
            response.setStatus(problem.status().value());
            return show(id, model);
        }
    }
}
