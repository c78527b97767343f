package jp.michishirube.evacuation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The municipality's hazard maps: what is loaded, a map of it, and loading a newer one. */
@Controller
class HazardController {

    private final LoadHazardAreas load;
    private final HazardLayers layers;
    private final HazardAreas areas;
    private final MunicipalArea area;
    private final MapData maps;
    private final DataSize most;

    HazardController(LoadHazardAreas load, HazardLayers layers, HazardAreas areas, MunicipalArea area, MapData maps,
            @Value("${michishirube.evacuation.largest-hazard-file:50MB}") DataSize most) {
        this.load = load;
        this.layers = layers;
        this.areas = areas;
        this.area = area;
        this.maps = maps;
        this.most = most;
    }

    @GetMapping("/hazards")
    @PreAuthorize("hasAnyRole('REVIEWER', 'ROSTER_MANAGER')")
    String list(Model model) {
        ObjectNode map = maps.empty();
        maps.areas(map, areas.within(area.envelope(), Set.of()));
        model.addAttribute("layers", layers.inForce());
        model.addAttribute("kinds", HazardKind.values());
        model.addAttribute("megabytes", most.toMegabytes());
        model.addAttribute("mapData", maps.text(map));
        return "evacuation/hazards";
    }

    @PostMapping("/hazards")
    @PreAuthorize("hasAnyRole('REVIEWER', 'ROSTER_MANAGER')")
    String load(@RequestParam String name, @RequestParam HazardKind hazard, @RequestParam(defaultValue = "") String source,
            @RequestParam MultipartFile file, RedirectAttributes redirect) throws IOException {
        String title = name.isBlank() ? hazard.lawName() : name.strip();
        LoadHazardAreas.Result result = load.load(title.substring(0, Math.min(80, title.length())), hazard, source.strip(), file.getInputStream(), most.toBytes());
        redirect.addFlashAttribute("notice", result.layerId() == 0 ? "hazards.same" : result.refused().isEmpty() ? "hazards.loaded" : "hazards.loaded-some");
        return "redirect:/hazards";
    }
}
