package jp.michishirube.roster;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Progress per office and area: a picture, and the same as a table. */
@Controller
@PreAuthorize("hasRole('ROSTER_MANAGER')")
class ProgressPage {

    private static final int BARS = 20;

    private final RosterProgress progress;
    private final MessageSource texts;

    ProgressPage(RosterProgress progress, MessageSource texts) {
        this.progress = progress;
        this.texts = texts;
    }

    @GetMapping("/roster/progress")
    String page(Model model, Locale locale) {
        List<RosterProgress.Line> offices = progress.byOffice();
        List<RosterProgress.Line> areas = progress.byArea();
        model.addAttribute("nav", "roster");
        model.addAttribute("listed", progress.listed());
        model.addAttribute("all", progress.all());
        model.addAttribute("tables", List.of(Map.of("id", "office", "lines", offices, "chart", chart(offices, "roster.unassigned", locale)),
                Map.of("id", "area", "lines", areas, "chart", chart(areas, "roster.no-area", locale))));
        return "roster/progress";
    }

    /** What the picture shows, for the script that draws it. */
    private String chart(List<RosterProgress.Line> all, String nameless, Locale locale) {
        List<RosterProgress.Line> lines = all.subList(0, Math.min(BARS, all.size()));
        return Json.write(Map.of(
                "labels", lines.stream().map(l -> l.name().isEmpty() ? text(nameless, locale) : l.name()).toList(),
                "series", List.of(series("inForce", lines.stream().map(RosterProgress.Line::inForce).toList(), locale),
                        series("running", lines.stream().map(RosterProgress.Line::running).toList(), locale),
                        series("ended", lines.stream().map(RosterProgress.Line::ended).toList(), locale))));
    }

    private Map<String, Object> series(String key, List<Long> values, Locale locale) {
        return Map.of("key", key, "label", text("roster.progress." + key, locale), "values", values);
    }

    private String text(String key, Locale locale) {
        return texts.getMessage(key, null, key, locale);
    }
}
