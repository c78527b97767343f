package jp.michishirube.roster.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.entry.Intake;
import jp.michishirube.roster.entry.IntakeKind;
import jp.michishirube.roster.entry.IntakeState;
import jp.michishirube.roster.entry.Intakes;
import jp.michishirube.roster.mapping.ColumnView;
import jp.michishirube.roster.mapping.Fitted;
import jp.michishirube.roster.mapping.JoinedView;
import jp.michishirube.roster.mapping.Mapping;
import jp.michishirube.roster.mapping.Table;
import jp.michishirube.roster.mapping.Use;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the list stands in the file, and what each of its columns is used for. */
@Controller
@RequestMapping("/roster/imports/{importId:\\d{1,18}}/mapping")
@PreAuthorize("hasRole('ROSTER_MANAGER')")
class MappingPage {

    /** First rows of the file on the page. */
    private static final int SHOWN = 12;

    private final Intakes intakes;
    private final Sheets sheets;
    private final Sources sources;
    private final ShowRows show;
    private final MapColumns map;

    MappingPage(Intakes intakes, Sheets sheets, Sources sources, ShowRows show, MapColumns map) {
        this.intakes = intakes;
        this.sheets = sheets;
        this.sources = sources;
        this.show = show;
        this.map = map;
    }

    @GetMapping
    String form(@PathVariable("importId") long id, @RequestParam(required = false) String all, Model model) {
        Intake intake = intakes.get(id);
        if (intake.state() != IntakeState.MAPPING && intake.state() != IntakeState.READY) {
            return "redirect:/roster/imports/" + id;
        }
        if (intake.state() == IntakeState.MAPPING && intake.agreed() && all == null) {
            return "redirect:/roster/imports/" + id + "/mapping/codes";
        }
        return form(intake, map.tableOf(intake), intake.source(), model);
    }

    @PostMapping("/table")
    String table(@PathVariable("importId") long id, @RequestParam(defaultValue = "0") int sheet, @RequestParam(defaultValue = "0") long line,
            @RequestParam(defaultValue = "1") int rows, Model model, HttpServletResponse response) {
        try {
            map.table(id, sheet, line, rows);
            return "redirect:/roster/imports/" + id + "/mapping?all=";
        } catch (Problem refused) {
            return again(intakes.get(id), refused, map.tableOf(intakes.get(id)), intakes.get(id).source(), model, response);
        }
    }

    @PostMapping
    String map(@PathVariable("importId") long id, @RequestParam Map<String, String> form, Model model, HttpServletResponse response) {
        Intake intake = intakes.get(id);
        Mapping chosen = chosen(intake, form);
        String source = form.getOrDefault("source", intake.source());
        try {
            map.columns(id, chosen, source);
            return "redirect:/roster/imports/" + id;
        } catch (Problem incomplete) {
            Table now = map.tableOf(intake);
            return again(intake, incomplete, new Table(now.sheet(), now.headings(), chosen, false), source, model, response);
        }
    }

    /** Columns in the order of the file, those that make one value together in the order that the person gave. */
    private static Mapping chosen(Intake intake, Map<String, String> form) {
        List<Use> uses = new ArrayList<>();
        for (int i = 0; i < intake.header().size(); i++) {
            String target = form.getOrDefault("t." + i, "-");
            if (target.equals(ColumnView.ADDRESS_AND_AREA) && intake.kind() == IntakeKind.RESIDENTS) {
                uses.add(new Use(i, intake.header().get(i), "address", Map.of()));
                uses.add(new Use(i, intake.header().get(i), "area", Map.of()));
                continue;
            }
            String known = intake.kind().layout().column(target).isPresent() ? target : "";
            uses.add(new Use(i, intake.header().get(i), known, Map.of()));
        }
        uses.sort(Comparator.comparingInt(u -> order(form.getOrDefault("o." + u.column(), "1"))));
        List<String> marks = Arrays.stream(form.getOrDefault("noPeople", "").split("[、,，\\s]+")).filter(m -> !m.isBlank()).limit(20).toList();
        return new Mapping(uses, marks, form.containsKey("withoutHidden"), false);
    }

    private static int order(String text) {
        return text.matches("\\d{1,2}") ? Integer.parseInt(text) : 1;
    }

    private String again(Intake intake, Problem refused, Table table, String source, Model model, HttpServletResponse response) {
        response.setStatus(refused.status().value());
        model.addAttribute("problems", refused.fieldsOrThrow());
        return form(intake, table, source, model);
    }

    private String form(Intake intake, Table table, String source, Model model) {
        Fitted former = sources.mapping(intake.kind(), intake.source()).map(saved -> Fitted.of(saved, intake.header())).filter(Fitted::isLikely).orElse(null);
        show.sample(intake.id(), () -> table.sheet().sample(0, SHOWN));
        List<ColumnView> columns = ColumnView.of(intake.kind().layout(), table, former == null ? List.of() : former.added());
        model.addAttribute("nav", "roster");
        model.addAttribute("intake", intake);
        model.addAttribute("table", table);
        model.addAttribute("sheets", sheets.of(intake.id()));
        model.addAttribute("columns", columns);
        model.addAttribute("former", former);
        model.addAttribute("fresh", columns.stream().filter(ColumnView::isNew).toList());
        model.addAttribute("targets", intake.kind().layout().columns());
        model.addAttribute("joined", JoinedView.of(intake.kind().layout(), table));
        model.addAttribute("hidden", table.sheet().below(table.headings().line()).stream().mapToLong(f -> f.hidden()).sum());
        model.addAttribute("source", source);
        return "roster/mapping";
    }
}
