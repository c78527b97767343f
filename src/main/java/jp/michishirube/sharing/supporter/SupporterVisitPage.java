package jp.michishirube.sharing.supporter;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.PrintOwnCopy;
import jp.michishirube.sharing.SharedWithSupporter;
import jp.michishirube.sharing.code.Pass;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.code.Visit;
import jp.michishirube.sharing.line.LineAccounts;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 支援者のページ: those whom this supporter helps and no one else, as far as the supporter may see; the own contact; "I cannot any more". */
@Controller
@RequestMapping("/v/supporter")
@PreAuthorize("permitAll()")
class SupporterVisitPage {

    private final HelpedBehind helped;
    private final SharedWithSupporter shared;
    private final EditContact edit;
    private final EndSupport end;
    private final LineAccounts line;
    private final CaseFiles cases;
    private final PrintOwnCopy print;
    private final OnTheDay today;

    SupporterVisitPage(HelpedBehind helped, SharedWithSupporter shared, EditContact edit, EndSupport end, LineAccounts line, CaseFiles cases, PrintOwnCopy print,
            OnTheDay today) {
        this.helped = helped;
        this.shared = shared;
        this.edit = edit;
        this.end = end;
        this.line = line;
        this.cases = cases;
        this.print = print;
        this.today = today;
    }

    /** @param name of the resident as the supporter may see it; null where it may not be seen */
    record Helped(long contact, String name) {}

    /** @param of whom of those they help; the first where it is not said */
    @GetMapping
    String show(Visit visit, @RequestParam(required = false) String of, @RequestParam(required = false) String done, Model model) {
        Pass pass = visit.as(PassKind.SUPPORTER);
        Contact own = helped.own(pass);
        Contact chosen = chosen(pass, own, of);
        Optional<SharedWithSupporter.Shared> plan = read(pass, own, chosen);
        List<Helped> all = helped.of(pass, own).stream().map(c -> new Helped(c.id(), (c.id() == chosen.id() ? plan : read(pass, own, c))
                .map(SharedWithSupporter.Shared::resident).filter(n -> !n.isEmpty()).orElse(null))).toList();
        model.addAttribute("line", line(own)).addAttribute("plan", plan.orElse(null)).addAttribute("pass", pass).addAttribute("saved", "contact".equals(done))
                .addAttribute("ended", "end".equals(done)).addAttribute("of", chosen.id()).addAttribute("all", all)
                .addAttribute("today", today.page(all.stream().map(Helped::contact).toList()));
        return "visit/supporter";
    }

    private String line(Contact own) {
        LineAccounts.Standing standing = line.standing(own.holder());
        return (standing == LineAccounts.Standing.NOT_LINKED ? own.volunteer().map(line::standing).orElse(standing) : standing).name();
    }

    /** The case that the link was given for; of others the resident's newest. */
    private Optional<SharedWithSupporter.Shared> read(Pass pass, Contact own, Contact contact) {
        return caseOf(pass, own, contact).flatMap(c -> shared.read(c, contact.supporterKey()));
    }

    private Optional<CaseId> caseOf(Pass pass, Contact own, Contact contact) {
        return contact.id() == own.id() ? Optional.of(caseId(pass)) : cases.latestOf(contact.residentId()).map(CaseFile::id);
    }

    /** A numbered sheet for the door or the bag. */
    @PostMapping("/copy.pdf")
    ResponseEntity<byte[]> copy(Visit visit, @RequestParam(required = false) String of) {
        Pass pass = visit.as(PassKind.SUPPORTER);
        Contact own = helped.own(pass);
        Contact chosen = chosen(pass, own, of);
        byte[] pdf = print.print(caseOf(pass, own, chosen).orElseThrow(() -> Problem.forbidden("sharing-not-allowed")), chosen.supporterKey(), "supporter " + chosen.id());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header("Content-Disposition", "attachment; filename=\"copy.pdf\"").body(pdf);
    }

    /** One of their own, or nobody: an id of another person's is none here. */
    private Contact chosen(Pass pass, Contact own, String of) {
        return helped.of(pass, own).stream().filter(c -> String.valueOf(c.id()).equals(of)).findFirst().orElse(own);
    }

    @GetMapping("/contact")
    String contact(Visit visit, Model model) {
        Contact contact = helped.own(visit.as(PassKind.SUPPORTER));
        where(model);
        model.addAttribute("mail", contact.mail() == null ? "" : contact.mail()).addAttribute("phone", contact.phone() == null ? "" : contact.phone()).addAttribute("language", Languages.name(contact.language()));
        return "visit/supporter-contact";
    }

    @PostMapping("/contact")
    String save(Visit visit, @RequestParam Map<String, String> form, Model model, HttpServletResponse response) {
        Pass pass = visit.as(PassKind.SUPPORTER);
        try {
            edit.edit(pass, form.getOrDefault("mail", ""), form.getOrDefault("phone", ""), Languages.of(form.get("language")));
        } catch (Problem problem) {
            model.addAttribute("problems", problem.fieldsOrThrow()).addAttribute("mail", form.get("mail")).addAttribute("phone", form.get("phone"))
                    .addAttribute("language", form.get("language"));
            where(model);
            response.setStatus(problem.status().value());
            return "visit/supporter-contact";
        }
        return "redirect:/v/supporter?done=contact";
    }

    private static void where(Model model) {
        model.addAttribute("action", "/v/supporter/contact").addAttribute("back", "/v/supporter");
    }

    @GetMapping("/end")
    String askEnd(Visit visit, @RequestParam(required = false) String of, Model model) {
        Pass pass = visit.as(PassKind.SUPPORTER);
        Contact own = helped.own(pass);
        Contact chosen = chosen(pass, own, of);
        model.addAttribute("of", chosen.id()).addAttribute("several", helped.of(pass, own).size() > 1)
                .addAttribute("name", read(pass, own, chosen).map(SharedWithSupporter.Shared::resident).orElse(""));
        return "visit/supporter-end";
    }

    /** @param whom {@code all}, or the one of {@code of} */
    @PostMapping("/end")
    String end(Visit visit, @RequestParam(required = false) String sure, @RequestParam(required = false) String of, @RequestParam(defaultValue = "one") String whom, Model model,
            HttpServletResponse response) {
        Pass pass = visit.as(PassKind.SUPPORTER);
        Contact own = helped.own(pass);
        if (sure == null) {
            model.addAttribute("problems", List.of(new FieldProblem("sure", "sure")));
            response.setStatus(422);
            return askEnd(visit, of, model);
        }
        Contact chosen = chosen(pass, own, of);
        List<Contact> leaving = helped.of(pass, own).stream().filter(c -> "all".equals(whom) || c.id() == chosen.id()).toList();
        leaving.forEach(c -> end.end(c.id() == own.id() ? caseId(pass) : cases.latestOf(c.residentId()).orElseThrow().id(), c));
        return leaving.stream().anyMatch(c -> c.id() == own.id()) ? "visit/supporter-ended" : "redirect:/v/supporter?done=end";
    }

    private static CaseId caseId(Pass pass) {
        return new CaseId(pass.about());
    }
}
