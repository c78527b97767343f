package jp.michishirube.roster.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import jp.michishirube.door.UpTo;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.entry.Intake;
import jp.michishirube.roster.entry.IntakeKind;
import jp.michishirube.roster.entry.Intakes;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The roster manager's first page: imports so far, and the form for a new one. */
@Controller
@RequestMapping("/roster")
@PreAuthorize("hasRole('ROSTER_MANAGER')")
class RosterPages {

    private static final int PAGE = 30;

    private final Intakes intakes;
    private final Sources sources;
    private final ReceiveUpload receive;
    private final Handovers handovers;

    RosterPages(Intakes intakes, Sources sources, ReceiveUpload receive, Handovers handovers) {
        this.intakes = intakes;
        this.sources = sources;
        this.receive = receive;
        this.handovers = handovers;
    }

    @GetMapping({"", "/"})
    String list(@RequestParam(defaultValue = "9223372036854775807") long before, Model model) {
        List<Intake> page = intakes.newest(before, PAGE + 1);
        model.addAttribute("nav", "roster");
        model.addAttribute("imports", page.subList(0, Math.min(PAGE, page.size())));
        model.addAttribute("older", page.size() > PAGE ? page.get(PAGE - 1).id() : null);
        model.addAttribute("arrivals", handovers.newest(PAGE));
        return "roster/imports";
    }

    @GetMapping("/imports")
    String imports() {
        return "redirect:/roster";
    }

    @GetMapping("/imports/new")
    String form(Model model) {
        form(model, IntakeKind.RESIDENTS, true, "");
        return "roster/upload";
    }

    @PostMapping("/imports")
    @UpTo(value = "200MB", refusal = "roster-file-too-large")
    String upload(@RequestParam(required = false) MultipartFile file, @RequestParam(defaultValue = "RESIDENTS") IntakeKind kind,
            @RequestParam(defaultValue = "true") boolean fullList, @RequestParam(defaultValue = "") String source, Model model,
            HttpServletResponse response) {
        try {
            return "redirect:/roster/imports/" + receive.receive(file, kind, fullList, source);
        } catch (Problem refused) {
            response.setStatus(refused.status().value());
            model.addAttribute("refused", refused);
            form(model, kind, fullList, source);
            return "roster/upload";
        }
    }

    private void form(Model model, IntakeKind kind, boolean fullList, String source) {
        model.addAttribute("nav", "roster");
        model.addAttribute("kinds", IntakeKind.values());
        model.addAttribute("kind", kind);
        model.addAttribute("fullList", fullList);
        model.addAttribute("source", source);
        model.addAttribute("sources", sources.all().stream().map(Sources.Source::name).distinct().toList());
    }
}
