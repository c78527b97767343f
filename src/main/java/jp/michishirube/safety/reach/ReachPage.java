package jp.michishirube.safety.reach;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.CaseTab;
import jp.michishirube.document.QrSign;
import jp.michishirube.organization.Role;
import jp.michishirube.sharing.channel.Way;
import jp.michishirube.sharing.code.IssuePass;
import jp.michishirube.sharing.line.LineAccounts;
import jp.michishirube.sharing.supporter.Languages;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 災害時の連絡: by which ways this resident will be asked, in which language, and the link with which LINE is linked at the bedside. */
@Controller
@RequestMapping("/cases/{number}/reach")
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER')")
class ReachPage {

    private static final List<Way> ALL = List.of(Way.LINE, Way.MAIL, Way.SMS, Way.VOICE);

    private final CaseAccess access;
    private final Reach reach;
    private final Spoken spoken;
    private final LineAccounts line;
    private final GiveWays give;

    ReachPage(CaseAccess access, Reach reach, Spoken spoken, LineAccounts line, GiveWays give) {
        this.access = access;
        this.reach = reach;
        this.spoken = spoken;
        this.line = line;
        this.give = give;
    }

    @Bean
    static CaseTab reachTab() {
        return new CaseTab(CaseTab.Group.CONSENT, 90, "reach", "reach.tab", Set.of(Role.CARE_MANAGER, Role.OFFICE_LEADER, Role.REVIEWER, Role.ROSTER_MANAGER));
    }

    @ModelAttribute("activeTab")
    String activeTab() {
        return "reach";
    }

    @GetMapping
    String show(@PathVariable CaseNumber number, Model model) {
        CaseFile file = access.open(number, "reach");
        Whom whom = Whom.of(file.resident());
        List<Way> reached = reach.ways(whom, ALL);
        model.addAttribute("caseFile", file).addAttribute("ways", ALL).addAttribute("reached", reached).addAttribute("line", line.standing(whom.holder()).name())
                .addAttribute("language", Languages.name(spoken.of(whom)));
        return "safety/reach";
    }

    @PostMapping
    String language(@PathVariable CaseNumber number, @RequestParam(defaultValue = "ja") String language, RedirectAttributes redirect) {
        spoken.keep(Whom.of(access.open(number, "reach").resident()), Languages.of(language));
        redirect.addFlashAttribute("notice", "reach.saved");
        return "redirect:/cases/" + number + "/reach";
    }

    /** Answers with the page itself: address and code are shown this once. */
    @PostMapping("/link")
    String link(@PathVariable CaseNumber number, Model model, HttpServletResponse response) {
        IssuePass.Issued issued = give.give(access.open(number, "reach"));
        model.addAttribute("address", issued.address()).addAttribute("code", issued.code()).addAttribute("qr", QrSign.of(issued.address()));
        response.setHeader("Cache-Control", "no-store");
        return show(number, model);
    }
}
