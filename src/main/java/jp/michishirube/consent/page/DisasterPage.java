package jp.michishirube.consent.page;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jp.michishirube.casefile.PeopleLists;
import jp.michishirube.consent.rule.Declaration;
import jp.michishirube.consent.rule.Declarations;
import jp.michishirube.consent.rule.Notices;
import jp.michishirube.consent.rule.ToldList;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The city's page of declared disasters. */
@Controller
@PreAuthorize("hasAnyRole('REVIEWER','ROSTER_MANAGER')")
class DisasterPage {

    private static final List<String> HAZARDS = List.of("flood", "landslide", "stormSurge", "earthquake", "tsunami", "fire",
            "inlandFlooding", "volcano");

    private final Declarations declarations;
    private final ToldList toldList;
    private final PeopleLists lists;
    private final TellLetters letters;
    private final WhoAmI who;
    private final Clock clock;

    DisasterPage(Declarations declarations, ToldList toldList, PeopleLists lists, TellLetters letters, WhoAmI who, Clock clock) {
        this.declarations = declarations;
        this.toldList = toldList;
        this.lists = lists;
        this.letters = letters;
        this.who = who;
        this.clock = clock;
    }

    /** @param state WAITING (for the second person), STANDING, LATER or OVER */
    record Row(Declaration d, String state, boolean mine, int toTell) {}

    @GetMapping("/disasters")
    String list(Locale locale, Model model) {
        Instant now = clock.instant();
        model.addAttribute("rows", declarations.all().stream().map(d -> new Row(d, state(d, now),
                d.declaredBy().equals(who.me().id()), toldList.open(d.id()))).toList());
        model.addAttribute("hazards", HAZARDS);
        model.addAttribute("areas", declarations.knownAreas());
        model.asMap().putIfAbsent("form", Map.of());
        model.asMap().putIfAbsent("chosen", List.of());
        dates(locale, model);
        return "consent/disasters";
    }

    private static String state(Declaration d, Instant now) {
        return d.isOver(now) ? "OVER" : d.stands(now) ? "STANDING" : d.confirmedAt() == null ? "WAITING" : "LATER";
    }

    @PostMapping("/disasters")
    String declare(@RequestParam Map<String, String> form, @RequestParam(required = false) Set<String> areas, Locale locale, Model model,
            HttpServletResponse response, RedirectAttributes redirect) {
        try {
            declarations.declare(HAZARDS.stream().filter(h -> h.equals(form.get("hazard"))).findFirst().orElse(null), areas == null ? Set.of() : areas,
                    time(form.get("startsAt")), time(form.get("endsAt")), form.get("ground"));
        } catch (Problem problem) {
            response.setStatus(problem.status().value());
            model.addAttribute("problems", problem.fields());
            model.addAttribute("form", form);
            model.addAttribute("chosen", areas == null ? List.of() : List.copyOf(areas));
            return list(locale, model);
        }
        redirect.addFlashAttribute("notice", "consent.disaster.declared");
        return "redirect:/disasters";
    }

    @PostMapping("/disasters/{id}/confirmation")
    String confirm(@PathVariable long id, RedirectAttributes redirect) {
        declarations.confirm(id);
        redirect.addFlashAttribute("notice", "consent.disaster.confirmed");
        return "redirect:/disasters";
    }

    @PostMapping("/disasters/{id}/end")
    String end(@PathVariable long id, RedirectAttributes redirect) {
        declarations.end(id);
        redirect.addFlashAttribute("notice", "consent.disaster.ended");
        return "redirect:/disasters";
    }

    @GetMapping("/disasters/{id}")
    String toTell(@PathVariable long id, Locale locale, Model model) {
        model.addAttribute("declaration", declarations.find(id).orElseThrow(() -> Problem.notFound("declaration-not-found")));
        model.addAttribute("concerned", lists.show(PeopleLists.Shown.onScreen("told", Map.of("disaster", String.valueOf(id))),
                () -> toldList.of(id), c -> new PeopleLists.Somebody(null, c.cityNumber())));
        model.addAttribute("toTell", toldList.open(id));
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), Notices.JAPAN));
        dates(locale, model);
        return "consent/told";
    }

    @GetMapping("/disasters/{id}/letters.pdf")
    ResponseEntity<byte[]> letters(@PathVariable long id, @RequestParam(required = false) Long resident) {
        Declaration declaration = declarations.find(id).orElseThrow(() -> Problem.notFound("declaration-not-found"));
        return Download.of(letters.print(declaration, resident), MediaType.APPLICATION_PDF, "letters-" + id + ".pdf");
    }

    @PostMapping("/disasters/{id}/told")
    String told(@PathVariable long id, @RequestParam long resident, @RequestParam LocalDate on, @RequestParam String how,
            RedirectAttributes redirect) {
        declarations.told(id, resident, on, how);
        redirect.addFlashAttribute("notice", "consent.disaster.told-saved");
        return "redirect:/disasters/" + id;
    }

    private static void dates(Locale locale, Model model) {
        model.addAttribute("zone", Notices.JAPAN);
        model.addAttribute("pattern", Dates.pattern(locale));
        model.addAttribute("timePattern", Dates.pattern(locale) + " HH:mm");
    }

    private static Instant time(String local) {
        try {
            return LocalDateTime.parse(local == null ? "" : local).atZone(Notices.JAPAN).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
