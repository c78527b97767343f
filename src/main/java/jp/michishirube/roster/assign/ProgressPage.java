package jp.michishirube.roster.assign;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Progress per office and area: the numbers, and beside each a bar that says the same at a glance. */
@Controller
@PreAuthorize("hasRole('ROSTER_MANAGER')")
class ProgressPage {

    private final RosterProgress progress;

    ProgressPage(RosterProgress progress) {
        this.progress = progress;
    }

    /** @param most people of the longest bar */
    record Table(String id, List<RosterProgress.Line> lines, long most) {

        static Table of(String id, List<RosterProgress.Line> lines) {
            return new Table(id, lines, lines.stream().mapToLong(RosterProgress.Line::people).max().orElse(1));
        }
    }

    @GetMapping("/roster/progress")
    String page(Model model) {
        model.addAttribute("nav", "roster");
        model.addAttribute("listed", progress.listed());
        model.addAttribute("all", progress.all());
        model.addAttribute("tables", List.of(Table.of("office", progress.byOffice()), Table.of("area", progress.byArea())));
        return "roster/progress";
    }
}
