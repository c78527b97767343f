package jp.michishirube.roster.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.michishirube.roster.entry.Intake;
import jp.michishirube.roster.entry.IntakeState;
import jp.michishirube.roster.entry.Intakes;
import jp.michishirube.roster.entry.Verdict;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One import: progress, preview, confirmation, report. */
@Controller
@RequestMapping("/roster/imports/{importId:\\d{1,18}}")
@PreAuthorize("hasRole('ROSTER_MANAGER')")
class ImportPages {

    private static final List<Verdict> ORDER = List.of(Verdict.WRONG, Verdict.DOUBT, Verdict.ASKED, Verdict.NEW, Verdict.CHANGED, Verdict.LEFT, Verdict.GONE,
            Verdict.DUPLICATE, Verdict.NO_PERSON, Verdict.UNCHANGED);
    private static final Map<String, List<DecideDoubt.Decision>> DECISIONS = Map.of(
            "DOUBT", List.of(DecideDoubt.Decision.SAME, DecideDoubt.Decision.OTHER), "ASKED", List.of(DecideDoubt.Decision.TAKE, DecideDoubt.Decision.KEEP));

    private final Intakes intakes;
    private final PreviewRows rows;
    private final ShowRows showRows;
    private final WrongRowsCsv wrongRows;
    private final ConfirmImport confirm;
    private final CancelImport cancel;
    private final DecideDoubt decide;
    private final Outcomes outcomes;
    private final PreviewNotes notes;

    ImportPages(Intakes intakes, PreviewRows rows, ShowRows showRows, WrongRowsCsv wrongRows, ConfirmImport confirm, CancelImport cancel,
            DecideDoubt decide, Outcomes outcomes, PreviewNotes notes) {
        this.intakes = intakes;
        this.rows = rows;
        this.showRows = showRows;
        this.wrongRows = wrongRows;
        this.confirm = confirm;
        this.cancel = cancel;
        this.decide = decide;
        this.outcomes = outcomes;
        this.notes = notes;
    }

    @GetMapping
    String one(@PathVariable("importId") long id, @RequestParam(required = false) String show,
            @RequestParam(defaultValue = "-9223372036854775808") long after, Model model) {
        Intake intake = intakes.get(id);
        if (intake.state() == IntakeState.MAPPING) {
            return "redirect:/roster/imports/" + id + "/mapping";
        }
        String shown = show != null ? show : ORDER.stream().filter(v -> intake.count(v) > 0).findFirst().map(Enum::name).orElse("NEW");
        RowView[] last = new RowView[1];
        List<RowView> page = showRows.rows("roster-preview", id, () -> {
            List<RowView> found = shown.equals("NOTED") ? rows.noted(id, after)
                    : Stream.of(Verdict.values()).filter(v -> v.name().equals(shown)).findFirst().map(v -> rows.page(id, v, after)).orElse(List.of());
            last[0] = found.size() > PreviewRows.PAGE ? found.get(PreviewRows.PAGE - 1) : null;
            return found.subList(0, Math.min(PreviewRows.PAGE, found.size()));
        });
        model.addAttribute("nav", "roster");
        model.addAttribute("intake", intake);
        model.addAttribute("same", intakes.sameFile(intake).orElse(null));
        model.addAttribute("tabs", ORDER.stream().filter(v -> intake.count(v) > 0).toList());
        model.addAttribute("show", shown);
        model.addAttribute("after", after);
        model.addAttribute("asked", intake.count(Verdict.DOUBT) + intake.count(Verdict.ASKED));
        model.addAttribute("decided", rows.decided(id));
        model.addAttribute("decisions", intake.state() == IntakeState.READY ? DECISIONS.getOrDefault(shown, List.of()) : List.of());
        model.addAttribute("outcome", outcomes.of(id));
        model.addAttribute("unused", notes.unused(intake));
        model.addAttribute("misfits", notes.misfits(intake));
        model.addAttribute("changed", notes.changed(intake));
        model.addAttribute("furtherSheets", notes.furtherSheets(intake));
        model.addAttribute("otherSheets", notes.otherSheets(intake));
        model.addAttribute("rows", page);
        model.addAttribute("next", last[0] == null ? null : last[0].line());
        return "roster/import";
    }

    @GetMapping("/progress")
    @ResponseBody
    Map<String, Object> progress(@PathVariable("importId") long id) {
        Intake intake = intakes.get(id);
        return Map.of("state", intake.state(), "percent", intake.percent(), "done",
                intake.state() == IntakeState.CHECKING ? intake.checked() : intake.applied(), "stumbled", intake.stumbled());
    }

    @GetMapping("/wrong.csv")
    void wrong(@PathVariable("importId") long id, Locale locale, HttpServletResponse response) throws IOException {
        intakes.get(id);
        List<Long> lines = showRows.wrongLines(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"roster-import-" + id + "-wrong.csv\"");
        response.setHeader("Cache-Control", "no-store");
        try (Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            wrongRows.write(id, Set.copyOf(lines), locale, out);
        }
    }

    @PostMapping("/decisions")
    String decide(@PathVariable("importId") long id, @RequestParam(defaultValue = "") List<Long> line,
            @RequestParam DecideDoubt.Decision decision, @RequestParam(defaultValue = "-9223372036854775808") long after, RedirectAttributes redirect) {
        decide.decide(id, line.stream().distinct().toList(), decision);
        String show = decision.isForCorrection() ? "ASKED" : "DOUBT";
        redirect.addFlashAttribute("notice", line.isEmpty() ? "roster.decision.none" : "roster.decision.kept");
        return "redirect:/roster/imports/" + id + "?show=" + show + (after == Long.MIN_VALUE ? "" : "&after=" + after) + "#rows";
    }

    @PostMapping("/confirmation")
    String confirm(@PathVariable("importId") long id, @RequestParam(defaultValue = "false") boolean applyGone, RedirectAttributes redirect) {
        boolean runs = confirm.confirm(id, applyGone);
        redirect.addFlashAttribute("notice", runs ? "roster.import.confirmed" : "roster.import.checked-again");
        return "redirect:/roster/imports/" + id;
    }

    @PostMapping("/cancellation")
    String cancel(@PathVariable("importId") long id, RedirectAttributes redirect) {
        cancel.cancel(id);
        redirect.addFlashAttribute("notice", "roster.import.cancelled");
        return "redirect:/roster";
    }
}
