package jp.michishirube.sharing.asking;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.code.NoVisit;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.code.Visit;
import jp.michishirube.sharing.pool.EditOwnContact;
import jp.michishirube.sharing.pool.Volunteer;
import jp.michishirube.sharing.pool.Volunteers;
import jp.michishirube.sharing.supporter.Languages;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A volunteer's own contact, behind the same link as what they are asked. */
@Controller
@RequestMapping("/v/volunteer/contact")
@PreAuthorize("permitAll()")
class VolunteerContactPage {

    private final Volunteers volunteers;
    private final EditOwnContact edit;
    private final BehindLink behind;

    VolunteerContactPage(Volunteers volunteers, EditOwnContact edit, BehindLink behind) {
        this.volunteers = volunteers;
        this.edit = edit;
        this.behind = behind;
    }

    @GetMapping
    String show(Visit visit, Model model) {
        Volunteer own = volunteers.find(id(visit)).orElseThrow(NoVisit::new);
        return form(Map.of("mail", own.mail() == null ? "" : own.mail(), "phone", own.phone() == null ? "" : own.phone(), "language", Languages.name(own.language())), model);
    }

    @PostMapping
    String save(Visit visit, @RequestParam Map<String, String> form, Model model, HttpServletResponse response) {
        try {
            edit.edit(id(visit), behind.office(visit), form.getOrDefault("mail", ""), form.getOrDefault("phone", ""), Languages.of(form.get("language")));
        } catch (Problem problem) {
            model.addAttribute("problems", problem.fieldsOrThrow());
            response.setStatus(problem.status().value());
            return form(form, model);
        }
        return "redirect:/v/volunteer?done=contact";
    }

    private static long id(Visit visit) {
        return Long.parseLong(visit.as(PassKind.VOLUNTEER).holder().key());
    }

    private static String form(Map<String, String> values, Model model) {
        model.addAttribute("mail", values.get("mail")).addAttribute("phone", values.get("phone")).addAttribute("language", values.get("language"))
                .addAttribute("action", "/v/volunteer/contact").addAttribute("back", "/v/volunteer");
        return "visit/supporter-contact";
    }
}
