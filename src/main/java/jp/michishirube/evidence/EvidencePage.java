package jp.michishirube.evidence;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 記録の確かさ: whether anything that was recorded is missing, altered or added; names days and places, no person. */
@Controller
@PreAuthorize("hasRole('PROCESS_ADMIN')")
class EvidencePage {

    /** More would tell a reader nothing that the command does not tell better. */
    private static final int SHOWN = 200;

    private final VerifyLog verify;
    private final Path folder;
    private final SealDays days;

    EvidencePage(DataSource database, KeptApart kept, SealDays days) {
        this.verify = new VerifyLog(database);
        this.folder = kept.folder();
        this.days = days;
    }

    /** @param prove looks at everything, which takes its time on a large database */
    @GetMapping("/evidence")
    String show(@RequestParam(defaultValue = "false") boolean prove, Model model) {
        if (prove) {
            Findings found = verify.run(folder);
            model.addAttribute("found", found);
            model.addAttribute("faults", found.faults().stream().limit(SHOWN).toList());
        }
        return "evidence/proof";
    }

    /** Seals and keeps apart what waits for it; what still cannot be done goes on waiting. */
    @PostMapping("/evidence/days/again")
    String again(RedirectAttributes redirect) {
        days.daysThatAreOver();
        redirect.addFlashAttribute("notice", "evidence.days.tried");
        return "redirect:/engine";
    }
}
