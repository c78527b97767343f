package jp.michishirube.safety.reach;

import java.util.Locale;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.sharing.code.Pass;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.code.Visit;
import jp.michishirube.sharing.line.LineAccounts;
import jp.michishirube.sharing.supporter.Languages;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 災害時の連絡の受け取り方: the resident's own page behind link and code; no name, nothing of a plan. */
@Controller
@RequestMapping("/v/ways")
@PreAuthorize("permitAll()")
class WaysVisitPage {

    private final CaseFiles cases;
    private final Spoken spoken;
    private final LineAccounts line;

    WaysVisitPage(CaseFiles cases, Spoken spoken, LineAccounts line) {
        this.cases = cases;
        this.spoken = spoken;
        this.line = line;
    }

    @GetMapping
    String show(Visit visit, @RequestParam(required = false) String done, Model model) {
        Pass pass = visit.as(PassKind.RESIDENT);
        model.addAttribute("line", line.standing(pass.holder()).name()).addAttribute("language", Languages.name(spoken.of(whom(pass)))).addAttribute("saved", done != null);
        return "visit/ways";
    }

    @PostMapping
    String language(Visit visit, @RequestParam(defaultValue = "ja") String language) {
        Locale chosen = Languages.of(language);
        spoken.keep(whom(visit.as(PassKind.RESIDENT)), chosen);
        return "redirect:/v/ways?done=1";
    }

    private Whom whom(Pass pass) {
        return Whom.of(cases.get(new CaseId(Long.parseLong(pass.scope().substring(pass.scope().indexOf(' ') + 1)))).resident());
    }
}
