package jp.michishirube.sharing.asking;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.document.QrSign;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.channel.Way;
import jp.michishirube.sharing.code.IssuePass;
import jp.michishirube.sharing.pool.Volunteer;
import jp.michishirube.sharing.pool.VolunteerAddresses;
import jp.michishirube.sharing.pool.SuggestVolunteers;
import jp.michishirube.sharing.promise.Promises;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 依頼する: by which way and for what one volunteer is asked, or what they answered by word. */
@Controller
@RequestMapping("/cases/{number}/volunteers/{id:\\d{1,18}}")
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER')")
class AskPage {

    private static final List<Way> WAYS = List.of(Way.LINE, Way.MAIL, Way.SMS, Way.PAPER, Way.LINK);

    private final CaseAccess access;
    private final SuggestVolunteers volunteers;
    private final VolunteerAddresses addresses;
    private final TelephoneOffered telephones;
    private final Promises promises;
    private final AskVolunteer ask;
    private final HearAnswer hear;
    private final MayAsk may;

    AskPage(CaseAccess access, SuggestVolunteers volunteers, VolunteerAddresses addresses, TelephoneOffered telephones, Promises promises, AskVolunteer ask, HearAnswer hear, MayAsk may) {
        this.access = access;
        this.volunteers = volunteers;
        this.addresses = addresses;
        this.telephones = telephones;
        this.promises = promises;
        this.ask = ask;
        this.hear = hear;
        this.may = may;
    }

    /** What was typed, shown again where something is wrong. */
    record Form(String way, List<String> kinds, String call, String replaces) {}

    @ModelAttribute("activeTab")
    String activeTab() {
        return "volunteers";
    }

    @GetMapping
    String show(@PathVariable CaseNumber number, @PathVariable long id, @RequestParam(defaultValue = "") String replaces, Model model, Locale locale) {
        CaseFile file = access.open(number, "volunteers");
        Volunteer v = volunteers.one(file, id).orElseThrow(() -> Problem.notFound("volunteer-not-found"));
        List<String> ways = WAYS.stream().filter(w -> w != Way.SMS || telephones.isSetUp()).filter(w -> addresses.address(v.holder().key(), w).isPresent())
                .filter(w -> w != Way.PAPER || !v.address().isEmpty()).map(Way::name).toList();
        model.addAttribute("caseFile", file).addAttribute("v", v).addAttribute("ways", ways).addAttribute("kinds", HelpKind.values()).addAttribute("may", may.of(file))
                .addAttribute("calls", telephones.isSetUp() && v.phone() != null).addAttribute("reasons", DeclineReason.values())
                .addAttribute("hows", SupporterAgreements.How.toldToPeople())
                .addAttribute("promise", promises.newest(Promises.Of.SUPPORTER).isPresent() ? promises.text(Promises.Of.SUPPORTER, promises.newest(Promises.Of.SUPPORTER).getAsInt(), locale) : List.of());
        model.asMap().putIfAbsent("form", new Form(ways.isEmpty() ? "LINK" : ways.get(0), List.of(), "SELF", replaces));
        return "sharing/ask";
    }

    /** Answers with the page itself: the code is shown this once, and is kept nowhere that a redirect could fetch it from. */
    @PostMapping
    String ask(@PathVariable CaseNumber number, @PathVariable long id, @RequestParam(defaultValue = "LINK") String way, @RequestParam(required = false) List<String> kind,
            @RequestParam(defaultValue = "SELF") String call, @RequestParam(defaultValue = "") String replaces, Model model, HttpServletResponse response, Locale locale) {
        CaseFile file = access.open(number, "volunteers");
        Way by = WAYS.stream().filter(w -> w.name().equals(way)).findFirst().orElse(Way.LINK);
        boolean called = telephones.isSetUp() && "VOICE".equals(call);
        model.addAttribute("form", new Form(by.name(), kind == null ? List.of() : kind, call, replaces));
        try {
            IssuePass.Issued issued = ask.ask(file, id, new AskVolunteer.Order(by, kinds(kind), called, key(replaces)));
            model.addAttribute("code", called ? "" : issued.code()).addAttribute("sent", by != Way.LINK).addAttribute("letter", by == Way.PAPER);
            if (by == Way.LINK) {
                model.addAttribute("address", issued.address()).addAttribute("qr", QrSign.of(issued.address()));
            }
            response.setHeader("Cache-Control", "no-store");
        } catch (Problem problem) {
            model.addAttribute("problems", problem.fieldsOrThrow());
            response.setStatus(problem.status().value());
        }
        return show(number, id, replaces, model, locale);
    }

    /** Said at the door or by telephone. */
    @PostMapping("/heard")
    String heard(@PathVariable CaseNumber number, @PathVariable long id, @RequestParam(defaultValue = "") String answer, @RequestParam(required = false) List<String> kind,
            @RequestParam(defaultValue = "") String how, @RequestParam(defaultValue = "NOT_TOLD") String reason, @RequestParam(required = false) String read,
            @RequestParam(defaultValue = "") String replaces, Model model, HttpServletResponse response, RedirectAttributes redirect, Locale locale) {
        CaseFile file = access.open(number, "volunteers");
        try {
            hear.heard(file, id, new HearAnswer.Heard(answer, kinds(kind), how, reason, read != null, key(replaces)));
        } catch (Problem problem) {
            model.addAttribute("problems", problem.fieldsOrThrow()).addAttribute("form", new Form("LINK", kind == null ? List.of() : kind, "SELF", replaces));
            response.setStatus(problem.status().value());
            return show(number, id, replaces, model, locale);
        }
        redirect.addFlashAttribute("notice", "askings.heard.done");
        return "redirect:/cases/" + number + "/volunteers";
    }

    private static String key(String replaces) {
        return replaces.matches("s[0-9a-f]{16}") ? replaces : null;
    }

    private static List<HelpKind> kinds(List<String> names) {
        return Arrays.stream(HelpKind.values()).filter(k -> names != null && names.contains(k.name())).toList();
    }
}
