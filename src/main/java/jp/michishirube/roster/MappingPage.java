package jp.michishirube.roster;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.file.Column;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Their columns to ours, with a guess and the first ten rows beside it. */
@Controller
@RequestMapping("/roster/imports/{importId:\\d{1,18}}/mapping")
@PreAuthorize("hasRole('ROSTER_MANAGER')")
class MappingPage {

    private static final int SAMPLE = 10;

    private final Intakes intakes;
    private final PreviewRows rows;
    private final ShowRows show;
    private final MapColumns map;

    MappingPage(Intakes intakes, PreviewRows rows, ShowRows show, MapColumns map) {
        this.intakes = intakes;
        this.rows = rows;
        this.show = show;
        this.map = map;
    }

    @GetMapping
    String form(@PathVariable("importId") long id, Model model) {
        Intake intake = intakes.get(id);
        if (intake.state() != IntakeState.MAPPING && intake.state() != IntakeState.READY) {
            return "redirect:/roster/imports/" + id;
        }
        Map<String, Integer> chosen = intake.mapping() != null ? intake.mapping() : intake.kind().layout().guess(intake.header());
        return form(intake, chosen, intake.source(), model);
    }

    @PostMapping
    String map(@PathVariable("importId") long id, @RequestParam Map<String, String> form, Model model, HttpServletResponse response) {
        Intake intake = intakes.get(id);
        Map<String, Integer> chosen = new LinkedHashMap<>();
        for (Column column : intake.kind().layout().columns()) {
            String index = form.getOrDefault(column.key(), "");
            if (index.matches("\\d{1,3}")) {
                chosen.put(column.key(), Integer.valueOf(index));
            }
        }
        String source = form.getOrDefault("source", "");
        try {
            map.map(id, chosen, source);
            return "redirect:/roster/imports/" + id;
        } catch (Problem incomplete) {
            response.setStatus(incomplete.status().value());
            model.addAttribute("problems", incomplete.fieldsOrThrow());
            return form(intake, chosen, source, model);
        }
    }

    private String form(Intake intake, Map<String, Integer> chosen, String source, Model model) {
        List<List<String>> sample = show.sample(intake.id(), () -> rows.sample(intake.id(), intake.headerLine(), SAMPLE));
        Map<String, String> choices = new LinkedHashMap<>();
        for (int i = 0; i < intake.header().size(); i++) {
            int at = i;
            String example = sample.stream().map(r -> at < r.size() ? r.get(at) : "").filter(v -> !v.isBlank()).findFirst().orElse("");
            String heading = intake.header().get(i).isBlank() ? "(" + (i + 1) + ")" : intake.header().get(i);
            choices.put(String.valueOf(i), example.isEmpty() ? heading : heading + "（" + cut(example) + "）");
        }
        model.addAttribute("nav", "roster");
        model.addAttribute("intake", intake);
        model.addAttribute("columns", intake.kind().layout().columns());
        model.addAttribute("choices", choices);
        model.addAttribute("chosen", chosen);
        model.addAttribute("source", source);
        model.addAttribute("sample", sample);
        return "roster/mapping";
    }

    private static String cut(String example) {
        return example.length() > 14 ? example.substring(0, 14) + "…" : example;
    }
}
