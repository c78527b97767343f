package jp.michishirube.roster.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.michishirube.organization.Offices;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.entry.Intake;
import jp.michishirube.roster.entry.IntakeState;
import jp.michishirube.roster.entry.Intakes;
import jp.michishirube.roster.file.ValueKind;
import jp.michishirube.roster.mapping.Meanings;
import jp.michishirube.roster.mapping.OpenCodes;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the codes of a file mean: only those that nobody has said before. */
@Controller
@RequestMapping("/roster/imports/{importId:\\d{1,18}}/mapping/codes")
@PreAuthorize("hasRole('ROSTER_MANAGER')")
class CodesPage {

    private final Intakes intakes;
    private final MapColumns map;
    private final StartCheck start;
    private final Offices offices;
    private final MessageSource texts;

    CodesPage(Intakes intakes, MapColumns map, StartCheck start, Offices offices, MessageSource texts) {
        this.intakes = intakes;
        this.map = map;
        this.start = start;
        this.offices = offices;
        this.texts = texts;
    }

    @GetMapping
    String form(@PathVariable("importId") long id, Model model, Locale locale) {
        Intake intake = intakes.get(id);
        if (intake.state() != IntakeState.MAPPING) {
            return "redirect:/roster/imports/" + id;
        }
        return form(intake, Map.of(), model, locale);
    }

    @PostMapping
    String codes(@PathVariable("importId") long id, @RequestParam Map<String, String> form, Model model, Locale locale, HttpServletResponse response) {
        Map<Integer, Map<String, String>> meanings = new HashMap<>();
        form.forEach((name, meaning) -> {
            if (name.matches("m\\.\\d{1,3}\\.\\d{1,3}") && !meaning.isBlank()) {
                String value = form.get("v" + name.substring(1));
                if (value != null) {
                    meanings.computeIfAbsent(Integer.valueOf(name.split("\\.")[1]), k -> new HashMap<>()).put(value, meaning);
                }
            }
        });
        try {
            map.codes(id, meanings);
            return "redirect:/roster/imports/" + id;
        } catch (Problem incomplete) {
            response.setStatus(incomplete.status().value());
            model.addAttribute("problems", incomplete.fieldsOrThrow());
            return form(intakes.get(id), meanings, model, locale);
        }
    }

    private String form(Intake intake, Map<Integer, Map<String, String>> given, Model model, Locale locale) {
        List<OpenCodes> open = start.open(intake.kind(), map.tableOf(intake));
        if (open.isEmpty()) {
            return "redirect:/roster/imports/" + intake.id() + "/mapping?all=";
        }
        Map<ValueKind, Map<String, String>> choices = new LinkedHashMap<>();
        open.forEach(o -> choices.computeIfAbsent(o.kind(), k -> choices(k, locale)));
        model.addAttribute("nav", "roster");
        model.addAttribute("intake", intake);
        model.addAttribute("open", open);
        model.addAttribute("given", given);
        model.addAttribute("choices", choices);
        return "roster/codes";
    }

    private Map<String, String> choices(ValueKind kind, Locale locale) {
        Map<String, String> choices = new LinkedHashMap<>();
        if (kind == ValueKind.OFFICE) {
            offices.all().forEach(o -> choices.put(o.code(), o.name() + " (" + o.code() + ")"));
            choices.put(Meanings.UNASSIGNED, texts.getMessage("roster.meaning.OFFICE.UNASSIGNED", null, locale));
        }
        Meanings.of(kind).keySet().forEach(m -> choices.put(m, texts.getMessage("roster.meaning." + kind + "." + m, null, locale)));
        choices.put(Meanings.WRONG, texts.getMessage("roster.meaning.WRONG", null, locale));
        return choices;
    }
}
