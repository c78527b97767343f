package jp.michishirube.sharing.pool;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import jp.michishirube.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 協力者を市に知らせる: an office met somebody who would help; the city decides whether they stand in the list. */
@Controller
@RequestMapping("/volunteers/propose")
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER')")
class ProposeVolunteerPage {

    private final KeepVolunteer keep;

    ProposeVolunteerPage(KeepVolunteer keep) {
        this.keep = keep;
    }

    @GetMapping
    String ask(Model model) {
        return form(VolunteerForm.empty(), model);
    }

    @PostMapping
    String propose(@RequestParam Map<String, String> values, @RequestParam(required = false) List<String> times, Model model, HttpServletResponse response,
            RedirectAttributes redirect) {
        VolunteerForm form = VolunteerForm.of(values, values.getOrDefault("areas", ""), times == null ? List.of() : times);
        try {
            keep.propose(form);
        } catch (Problem problem) {
            model.addAttribute("problems", problem.fieldsOrThrow());
            response.setStatus(problem.status().value());
            return form(form, model);
        }
        redirect.addFlashAttribute("notice", "volunteers.proposed");
        return "redirect:/volunteers/propose";
    }

    private static String form(VolunteerForm form, Model model) {
        model.addAttribute("form", form).addAttribute("action", "/volunteers/propose").addAttribute("propose", true);
        FormChoices.into(model);
        return "sharing/volunteer";
    }
}
