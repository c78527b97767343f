package jp.michishirube.evacuation.danger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.michishirube.door.UpTo;
import jp.michishirube.evacuation.hazard.HazardAreas;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.HazardLayers;
import jp.michishirube.evacuation.hazard.Homes;
import jp.michishirube.evacuation.hazard.LoadHazardAreas;
import jp.michishirube.evacuation.hazard.MunicipalArea;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The municipality's hazard maps: what is loaded, a map of it, and loading a newer one. */
@Controller
class HazardController {

    private static final int LONGEST_NAME = 80;

    private final LoadHazardAreas load;
    private final HazardLayers layers;
    private final HazardAreas areas;
    private final MunicipalArea area;
    private final Homes homes;
    private final MapData maps;
    private final DataSize most;

    HazardController(LoadHazardAreas load, HazardLayers layers, HazardAreas areas, MunicipalArea area, Homes homes, MapData maps,
            @Value("${michishirube.evacuation.largest-hazard-file}") DataSize most) {
        this.load = load;
        this.layers = layers;
        this.areas = areas;
        this.area = area;
        this.homes = homes;
        this.maps = maps;
        this.most = most;
    }

    /** What the page posts beside the file. */
    record Form(String name, HazardKind hazard, String source) {

        static final Form EMPTY = new Form("", null, "");
    }

    @GetMapping("/hazards")
    @PreAuthorize("hasAnyRole('REVIEWER', 'ROSTER_MANAGER')")
    String list(Model model) {
        return page(Form.EMPTY, List.of(), model);
    }

    @PostMapping("/hazards")
    @UpTo(value = "${michishirube.evacuation.largest-hazard-file}", refusal = "area-file-too-large")
    @PreAuthorize("hasAnyRole('REVIEWER', 'ROSTER_MANAGER')")
    String load(@ModelAttribute Form form, @RequestParam(required = false) MultipartFile file, Model model, RedirectAttributes redirect,
            HttpServletResponse response) throws IOException {
        List<FieldProblem> missing = new ArrayList<>();
        if (form.hazard() == null) {
            missing.add(new FieldProblem("hazard", "hazard-kind-missing"));
        }
        if (file == null || file.isEmpty()) {
            missing.add(new FieldProblem("file", "hazard-file-missing"));
        }
        String title = form.name() == null || form.name().isBlank() ? form.hazard() == null ? "" : form.hazard().lawName() : form.name().strip();
        if (title.length() > LONGEST_NAME) {
            missing.add(new FieldProblem("name", "too-long", LONGEST_NAME));
        }
        if (!missing.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(form, missing, model);
        }
        LoadHazardAreas.Result result;
        try {
            result = load.load(title, form.hazard(), form.source() == null ? "" : form.source().strip(),
                    file.getInputStream(), most.toBytes());
        } catch (Problem problem) {
            List<FieldProblem> fields = problem.onFields("file");
            response.setStatus(problem.status().value());
            return page(form, fields, model);
        }
        redirect.addFlashAttribute("notice", result.layerId() == 0 ? "hazards.same" : result.refused().isEmpty() ? "hazards.loaded" : "hazards.loaded-some");
        return "redirect:/hazards";
    }

    private String page(Form form, List<FieldProblem> problems, Model model) {
        ObjectNode map = maps.empty();
        maps.areas(map, areas.within(area.envelope(), Set.of()));
        model.addAttribute("layers", layers.inForce());
        model.addAttribute("addressFaults", homes.faultsOfAddresses());
        model.addAttribute("kinds", HazardKind.values());
        model.addAttribute("megabytes", most.toMegabytes());
        model.addAttribute("mapData", maps.text(map));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "evacuation/hazards";
    }
}
