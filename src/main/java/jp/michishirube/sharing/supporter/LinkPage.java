package jp.michishirube.sharing.supporter;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.consent.page.NamedSupporters;
import jp.michishirube.document.QrSign;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.SharedWithSupporter;
import jp.michishirube.sharing.channel.Outbox;
import jp.michishirube.sharing.channel.Way;
import jp.michishirube.sharing.code.IssuePass;
import jp.michishirube.sharing.line.LineAccounts;
import jp.michishirube.sharing.telephone.Telephone;
import jp.michishirube.sharing.telephone.TelephoneOffered;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 支援者のページへの案内: the office gives one supporter the link, and sees what became of it. */
@Controller
@RequestMapping("/cases/{number}/sharing/supporters/{key}")
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER')")
class LinkPage {

    private static final List<Way> WAYS = List.of(Way.MAIL, Way.LINE, Way.SMS, Way.LINK);

    private final CaseAccess access;
    private final NamedSupporters named;
    private final SharedWithSupporter shared;
    private final Contacts contacts;
    private final GiveLink give;
    private final Outbox outbox;
    private final LineAccounts line;
    private final TelephoneOffered telephones;

    LinkPage(CaseAccess access, NamedSupporters named, SharedWithSupporter shared, Contacts contacts, GiveLink give, Outbox outbox, LineAccounts line,
            TelephoneOffered telephones) {
        this.access = access;
        this.named = named;
        this.shared = shared;
        this.contacts = contacts;
        this.give = give;
        this.outbox = outbox;
        this.line = line;
        this.telephones = telephones;
    }

    @ModelAttribute("activeTab")
    String activeTab() {
        return "sharing";
    }

    @GetMapping
    String show(@PathVariable CaseNumber number, @PathVariable String key, Model model) {
        CaseFile file = access.open(number, "supporters");
        NamedSupporters.NamedSupporter supporter = supporter(file, key);
        var contact = contacts.find(file.resident().id(), key);
        model.addAttribute("caseFile", file).addAttribute("supporter", supporter).addAttribute("mayHave", shared.mayHave(file.id(), key))
                .addAttribute("line", contact.map(c -> c.volunteer().map(line::standing).filter(x -> x == LineAccounts.Standing.LINKED).orElseGet(() -> line.standing(c.holder()))).orElse(LineAccounts.Standing.NOT_LINKED).name())
                .addAttribute("sent", contact.map(c -> outbox.of(c.holder())).orElse(List.of()));
        model.addAttribute("ways", WAYS.stream().filter(w -> w != Way.LINE || "LINKED".equals(model.getAttribute("line")))
                .filter(w -> w != Way.SMS || telephones.isSetUp()).map(Way::name).toList()).addAttribute("calls", telephones.isSetUp());
        model.asMap().putIfAbsent("form", Map.of("way", "LINKED".equals(model.getAttribute("line")) ? "LINE" : "MAIL", "mail", contact.map(Contact::mail).orElse(""), "language", contact.map(c -> Languages.name(c.language())).orElse("ja"), "call", "SELF",
                "phone", contact.map(Contact::phone).or(() -> Optional.ofNullable(supporter.phone()).flatMap(Telephone::of).map(Telephone::number)).orElse("")));
        return "sharing/supporter-link";
    }

    /** Answers with the page itself: the code is shown this once, and is kept nowhere that a redirect could fetch it from. */
    @PostMapping
    String give(@PathVariable CaseNumber number, @PathVariable String key, @RequestParam Map<String, String> form, Model model, HttpServletResponse response) {
        CaseFile file = access.open(number, "supporters");
        NamedSupporters.NamedSupporter supporter = supporter(file, key);
        Way way = WAYS.stream().filter(w -> w.name().equals(form.get("way"))).findFirst().orElse(Way.MAIL);
        boolean call = telephones.isSetUp() && "VOICE".equals(form.get("call"));
        try {
            IssuePass.Issued issued = give.give(file, key, supporter.name(), new GiveLink.Order(way, form.getOrDefault("mail", ""), form.getOrDefault("phone", ""),
                    Languages.of(form.get("language")), form.containsKey("pair"), call));
            model.addAttribute("code", call ? "" : issued.code()).addAttribute("mailed", way != Way.LINK);
            if (way == Way.LINK) {
                model.addAttribute("address", issued.address()).addAttribute("qr", QrSign.of(issued.address()));
            }
            response.setHeader("Cache-Control", "no-store");
        } catch (Problem problem) {
            model.addAttribute("problems", problem.fieldsOrThrow()).addAttribute("form", form);
            response.setStatus(problem.status().value());
        }
        return show(number, key, model);
    }

    private NamedSupporters.NamedSupporter supporter(CaseFile file, String key) {
        return named.of(file.id()).stream().filter(s -> s.key().equals(key)).findFirst().orElseThrow(() -> Problem.notFound("sharing-not-found"));
    }
}
