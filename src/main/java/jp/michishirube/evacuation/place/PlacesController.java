package jp.michishirube.evacuation.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.michishirube.door.UpTo;
import jp.michishirube.evacuation.hazard.EvacuationPolicy;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages of the municipality's places: the list with its filters, one place, and the import with its preview. */
@Controller
class PlacesController {

    private static final int PAGE_SIZE = 50;

    private final Places places;
    private final ImportPlaces importPlaces;
    private final PlaceImportStore imports;
    private final EvacuationPolicy policy;

    PlacesController(Places places, ImportPlaces importPlaces, PlaceImportStore imports, Municipality municipality) {
        this.places = places;
        this.importPlaces = importPlaces;
        this.imports = imports;
        this.policy = municipality.section("evacuation", EvacuationPolicy.class);
    }

    @GetMapping("/places")
    @PreAuthorize("hasAnyRole('REVIEWER', 'ROSTER_MANAGER', 'CARE_MANAGER', 'OFFICE_LEADER')")
    String list(@RequestParam(required = false) HazardKind hazard, @RequestParam(required = false) PlaceKind kind,
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "false") boolean vanished,
            @RequestParam(defaultValue = "1") int page, Model model) {
        Places.Filter filter = new Places.Filter(hazard, kind, q, vanished);
        model.addAttribute("filter", filter);
        model.addAttribute("page", places.page(filter, page, PAGE_SIZE));
        model.addAttribute("hazards", policy.hazards());
        model.addAttribute("kinds", PlaceKind.values());
        return "evacuation/places";
    }

    @GetMapping("/places/{id:\\d+}")
    @PreAuthorize("hasAnyRole('REVIEWER', 'ROSTER_MANAGER', 'CARE_MANAGER', 'OFFICE_LEADER')")
    String place(@PathVariable long id, Model model) {
        model.addAttribute("place", places.find(id).orElseThrow(() -> Problem.notFound("place-not-found")));
        model.addAttribute("history", places.history(id));
        model.addAttribute("hazards", HazardKind.values());
        return "evacuation/place";
    }

    @GetMapping("/places/imports")
    @PreAuthorize("hasAnyRole('REVIEWER', 'ROSTER_MANAGER')")
    String imports(Model model) {
        model.addAttribute("recent", imports.recent());
        return "evacuation/place-imports";
    }

    @PostMapping("/places/imports")
    @UpTo("20MB")
    @PreAuthorize("hasAnyRole('REVIEWER', 'ROSTER_MANAGER')")
    String dryRun(@RequestParam MultipartFile file) throws IOException {
        Path copy = Files.createTempFile("places", ".upload");
        try {
            file.transferTo(copy);
            return "redirect:/places/imports/" + importPlaces.dryRun(copy, name(file));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    @GetMapping("/places/imports/{id:\\d+}")
    @PreAuthorize("hasAnyRole('REVIEWER', 'ROSTER_MANAGER')")
    String preview(@PathVariable long id, Model model) {
        model.addAttribute("preview", importPlaces.preview(id));
        model.addAttribute("kept", PlaceImportStore.PROBLEMS_KEPT);
        return "evacuation/place-import";
    }

    @PostMapping("/places/imports/{id:\\d+}")
    @PreAuthorize("hasAnyRole('REVIEWER', 'ROSTER_MANAGER')")
    String confirm(@PathVariable long id, @RequestParam(defaultValue = "false") boolean retireMissing, RedirectAttributes redirect) {
        importPlaces.confirm(id, retireMissing);
        redirect.addFlashAttribute("notice", "places.import.done");
        return "redirect:/places";
    }

    /** Browsers of old send whole paths; the name is shown only, never opened. */
    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename().replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.length() <= 120 ? name : name.substring(0, 120);
    }
}
