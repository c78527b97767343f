package jp.michishirube.sharing.supporter;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.SharedWithSupporter;
import jp.michishirube.sharing.code.NoVisit;
import jp.michishirube.sharing.code.Pass;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.code.Visit;
import jp.michishirube.sharing.line.LineAccounts;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 支援者のページ: the one resident whom this pass is about, as far as the supporter may see; the own contact; "I cannot any more". */
@Controller
@RequestMapping("/v/supporter")
@PreAuthorize("permitAll()")
class SupporterVisitPage {

    private final Contacts contacts;
    private final SharedWithSupporter shared;
    private final EditContact edit;
    private final EndSupport end;
    private final LineAccounts line;

    SupporterVisitPage(Contacts contacts, SharedWithSupporter shared, EditContact edit, EndSupport end, LineAccounts line) {
        this.contacts = contacts;
        this.shared = shared;
        this.edit = edit;
        this.end = end;
        this.line = line;
    }

    @GetMapping
    String show(Visit visit, @RequestParam(required = false) String done, Model model) {
        Pass pass = visit.as(PassKind.SUPPORTER);
        Contact contact = contact(pass);
        Optional<SharedWithSupporter.Shared> plan = shared.read(caseId(pass), contact.supporterKey());
        model.addAttribute("line", line.standing(contact.holder()).name()).addAttribute("plan", plan.orElse(null)).addAttribute("pass", pass).addAttribute("saved", "contact".equals(done));
        return "visit/supporter";
    }

    @GetMapping("/contact")
    String contact(Visit visit, Model model) {
        Contact contact = contact(visit.as(PassKind.SUPPORTER));
        model.addAttribute("mail", contact.mail() == null ? "" : contact.mail()).addAttribute("phone", contact.phone() == null ? "" : contact.phone()).addAttribute("language", Languages.name(contact.language()));
        return "visit/supporter-contact";
    }

    @PostMapping("/contact")
    String save(Visit visit, @RequestParam Map<String, String> form, Model model, HttpServletResponse response) {
        Contact contact = contact(visit.as(PassKind.SUPPORTER));
        try {
            edit.edit(contact, form.getOrDefault("mail", ""), form.getOrDefault("phone", ""), Languages.of(form.get("language")));
        } catch (Problem problem) {
            model.addAttribute("problems", problem.fieldsOrThrow()).addAttribute("mail", form.get("mail")).addAttribute("phone", form.get("phone"))
                    .addAttribute("language", form.get("language"));
            response.setStatus(problem.status().value());
            return "visit/supporter-contact";
        }
        return "redirect:/v/supporter?done=contact";
    }

    @GetMapping("/end")
    String askEnd(Visit visit) {
        contact(visit.as(PassKind.SUPPORTER));
        return "visit/supporter-end";
    }

    @PostMapping("/end")
    String end(Visit visit, @RequestParam(required = false) String sure, Model model, HttpServletResponse response) {
        Pass pass = visit.as(PassKind.SUPPORTER);
        Contact contact = contact(pass);
        if (sure == null) {
            model.addAttribute("problems", List.of(new FieldProblem("sure", "sure")));
            response.setStatus(422);
            return "visit/supporter-end";
        }
        end.end(caseId(pass), contact);
        return "visit/supporter-ended";
    }

    private Contact contact(Pass pass) {
        return contacts.find(Long.parseLong(pass.holder().key())).orElseThrow(NoVisit::new);
    }

    private static CaseId caseId(Pass pass) {
        return new CaseId(Long.parseLong(pass.scope().substring(pass.scope().indexOf(' ') + 1)));
    }
}
