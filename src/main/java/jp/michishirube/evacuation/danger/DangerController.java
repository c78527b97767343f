package jp.michishirube.evacuation.danger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.michishirube.door.UpTo;
import jp.michishirube.evacuation.hazard.AddressBook;
import jp.michishirube.evacuation.hazard.DangerKind;
import jp.michishirube.evacuation.hazard.HazardAreas;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.MunicipalArea;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 危険箇所: the map of them, posting one, and what the city decides on each. */
@Controller
class DangerController {

    private static final String PEOPLE = "hasAnyRole('CARE_MANAGER', 'OFFICE_LEADER', 'REVIEWER', 'ROSTER_MANAGER', 'NEIGHBOURHOOD_LEADER', 'WELFARE_COMMISSIONER')";

    private final DangerSpots spots;
    private final PostDangerSpot post;
    private final DecideDangerSpot decide;
    private final HazardAreas areas;
    private final MunicipalArea area;
    private final MapData maps;
    private final AddressBook book;
    private final WhoAmI whoAmI;
    private final Clock clock;

    DangerController(DangerSpots spots, PostDangerSpot post, DecideDangerSpot decide, HazardAreas areas, MunicipalArea area, MapData maps,
            AddressBook book, WhoAmI whoAmI, Clock clock) {
        this.spots = spots;
        this.post = post;
        this.decide = decide;
        this.areas = areas;
        this.area = area;
        this.maps = maps;
        this.book = book;
        this.whoAmI = whoAmI;
        this.clock = clock;
    }

    @GetMapping("/dangers")
    @PreAuthorize(PEOPLE)
    String list(@RequestParam(defaultValue = "false") boolean past, Model model) {
        return page(past, DangerForm.EMPTY, List.of(), model);
    }

    @PostMapping("/dangers")
    @UpTo("25MB")
    @PreAuthorize(PEOPLE)
    String post(@ModelAttribute DangerForm form, @RequestParam(required = false) MultipartFile photo, Model model, RedirectAttributes redirect,
            HttpServletResponse response) throws IOException {
        DangerSpot spot;
        try {
            DangerForm.Read read = form.read(address -> book.find(address).map(AddressBook.Found::position));
            spot = post.post(read.kind(), read.lat(), read.lon(), read.radius(), read.note(), read.fromDate(), read.untilDate(),
                    photo == null || photo.isEmpty() ? null : photo.getBytes());
        } catch (Problem problem) {
            List<FieldProblem> fields = problem.onFields(problem.kind().startsWith("position-") ? "lat" : "photo");
            response.setStatus(problem.status().value());
            return page(false, form, fields, model);
        }
        redirect.addFlashAttribute("notice", spot.state() == DangerSpot.State.SHOWN ? "dangers.posted" : "dangers.posted-waiting");
        return "redirect:/dangers/" + spot.id();
    }

    private String page(boolean past, DangerForm form, List<FieldProblem> problems, Model model) {
        List<DangerSpot> all = spots.all(past);
        ObjectNode map = maps.empty();
        maps.spots(map, all);
        if (!past) {
            maps.areas(map, areas.within(area.envelope(), Set.of(HazardKind.FLOOD, HazardKind.LANDSLIDE)));
        }
        model.addAttribute("spots", all);
        model.addAttribute("past", past);
        model.addAttribute("kinds", DangerKind.values());
        model.addAttribute("mayPost", post.may(whoAmI.me()));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("mapData", maps.text(map));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "evacuation/dangers";
    }

    @GetMapping("/dangers/{id:\\d+}")
    @PreAuthorize(PEOPLE)
    String spot(@PathVariable long id, Model model) {
        return page(id, "", null, List.of(), model);
    }

    private String page(long id, String note, LocalDate untilDate, List<FieldProblem> problems, Model model) {
        DangerSpot spot = spots.find(id, false).orElseThrow(() -> Problem.notFound("danger-not-found"));
        Person me = whoAmI.me();
        ObjectNode map = maps.empty();
        maps.spots(map, List.of(spot));
        model.addAttribute("spot", spot);
        model.addAttribute("history", spots.history(id));
        model.addAttribute("expired", spot.isExpiredOn(LocalDate.now(clock)));
        model.addAttribute("mayDecide", me.isCity());
        model.addAttribute("mayWithdraw", spot.state() != DangerSpot.State.WITHDRAWN && (me.isCity() || spot.postedBy().equals(me.id())));
        model.addAttribute("mapData", maps.text(map));
        model.addAttribute("note", note);
        model.addAttribute("untilDate", untilDate);
        model.addAttribute("problems", problems);
        return "evacuation/danger";
    }

    @PostMapping("/dangers/{id:\\d+}")
    @PreAuthorize(PEOPLE)
    String decide(@PathVariable long id, @RequestParam DecideDangerSpot.Decision decision,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate untilDate,
            @RequestParam(defaultValue = "") String note, Model model, RedirectAttributes redirect, HttpServletResponse response) {
        try {
            decide.decide(id, decision, untilDate, note);
        } catch (Problem problem) {
            List<FieldProblem> wrong = problem.fieldsOrThrow();
            response.setStatus(problem.status().value());
            return page(id, note, untilDate, wrong, model);
        }
        redirect.addFlashAttribute("notice", "dangers.decided." + decision);
        return "redirect:/dangers/" + id;
    }

    @GetMapping("/dangers/{id:\\d+}/photo")
    @PreAuthorize(PEOPLE)
    ResponseEntity<byte[]> photo(@PathVariable long id) {
        byte[] jpeg = spots.photo(id).orElseThrow(() -> Problem.notFound("danger-not-found"));
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate()).body(jpeg);
    }
}
