package jp.michishirube.safety.go;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.michishirube.evacuation.flight.FindPlaces;
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

/** 避難先の様子: which places are open, full or closed today. What is told here is what people read behind their links. */
@Controller
@RequestMapping("/events/{id:\\d{1,18}}/places")
@PreAuthorize("hasAnyRole('REVIEWER','ROSTER_MANAGER')")
class PlacesPage {

    private final Events events;
    private final FindPlaces places;
    private final PlaceStates states;
    private final TellPlace tell;

    PlacesPage(Events events, FindPlaces places, PlaceStates states, TellPlace tell) {
        this.events = events;
        this.places = places;
        this.states = states;
        this.tell = tell;
    }

    /** @param state null for not known */
    record Row(FindPlaces.Listed place, FindPlaces.State state) {}

    @GetMapping
    String show(@PathVariable long id, Model model) {
        DisasterEvent event = events.get(id);
        Map<Long, FindPlaces.State> known = states.of(id);
        List<Row> rows = places.listed(event.hazard().onMaps()).stream().map(p -> new Row(p, known.get(p.id())))
                .sorted(Comparator.comparing((Row r) -> r.state() == null).thenComparing(r -> r.place().kind())).toList();
        model.addAttribute("nav", "events").addAttribute("event", event).addAttribute("rows", rows).addAttribute("states", FindPlaces.State.values());
        return "safety/places";
    }

    /** @param state one of the three; anything else for not known any more */
    @PostMapping("/{place:\\d{1,18}}")
    String tell(@PathVariable long id, @PathVariable long place, @RequestParam(defaultValue = "") String state, RedirectAttributes redirect) {
        Optional<FindPlaces.State> told = Stream.of(FindPlaces.State.values()).filter(s -> s.name().equals(state)).findFirst();
        tell.tell(events.get(id), place, told.orElse(null));
        redirect.addFlashAttribute("notice", "safety.places.saved");
        return "redirect:/events/" + id + "/places#place-" + place;
    }
}
