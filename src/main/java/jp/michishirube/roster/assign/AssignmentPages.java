package jp.michishirube.roster.assign;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import jp.michishirube.casefile.PeopleLists;
import jp.michishirube.organization.Offices;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.problem.Problem;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who makes whose plan. */
@Controller
@RequestMapping("/roster/assignment")
@PreAuthorize("hasRole('ROSTER_MANAGER')")
class AssignmentPages {

    private static final int SHOWN = 100;

    private final Assignments assignments;
    private final PeopleLists lists;
    private final AssignCases assign;
    private final Offices offices;
    private final People people;
    private final MessageSource texts;

    AssignmentPages(Assignments assignments, PeopleLists lists, AssignCases assign, Offices offices, People people, MessageSource texts) {
        this.assignments = assignments;
        this.lists = lists;
        this.assign = assign;
        this.offices = offices;
        this.people = people;
        this.texts = texts;
    }

    @GetMapping
    String page(Model model) {
        List<Person> managers = people.withRole(Role.CARE_MANAGER).stream().filter(p -> p.office() != null).toList();
        model.addAttribute("nav", "roster");
        model.addAttribute("unassigned", lists.show(PeopleLists.Shown.onScreen("unassigned", Map.of()), () -> assignments.unassigned(SHOWN),
                u -> PeopleLists.Somebody.of(u.id())));
        model.addAttribute("left", assignments.unassigned());
        model.addAttribute("loads", assignments.loads());
        model.addAttribute("offices", offices.all());
        model.addAttribute("managers", managers);
        return "roster/assignment";
    }

    @PostMapping
    String byHand(@RequestParam(name = "case", defaultValue = "") List<String> numbers, @RequestParam(defaultValue = "") String office,
            Model model, RedirectAttributes redirect, HttpServletResponse response) {
        return act("roster.assigned", () -> assign.byHand(numbers, office), model, redirect, response);
    }

    @PostMapping("/by-rule")
    String byRule(Model model, RedirectAttributes redirect, HttpServletResponse response) {
        return act("roster.assigned", assign::byRule, model, redirect, response);
    }

    @PostMapping("/of-office")
    String ofOffice(@RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason, Model model, RedirectAttributes redirect, HttpServletResponse response) {
        model.addAllAttributes(Map.of("from", from, "to", to, "officeReason", reason));
        String page = act("roster.moved", () -> assign.ofOffice(from, to, reason), model, redirect, response);
        long left = assignments.running(from);
        if (page.startsWith("redirect:") && left > 0) {
            redirect.addFlashAttribute("officeLeft", left).addFlashAttribute("from", from).addFlashAttribute("to", to)
                    .addFlashAttribute("officeReason", reason);
            return page + "#office-title";
        }
        return page;
    }

    @PostMapping("/of-person")
    String ofPerson(@RequestParam(defaultValue = "") String person, @RequestParam(defaultValue = "") String colleague,
            @RequestParam(defaultValue = "") String reason, Model model, RedirectAttributes redirect, HttpServletResponse response) {
        model.addAllAttributes(Map.of("person", person, "colleague", colleague, "personReason", reason));
        return act("roster.moved", () -> assign.ofPerson(person, colleague, reason), model, redirect, response);
    }

    private String act(String done, IntSupplier act, Model model, RedirectAttributes redirect, HttpServletResponse response) {
        try {
            int moved = act.getAsInt();
            redirect.addFlashAttribute("notice", texts.getMessage(done, new Object[] {moved},
                    org.springframework.context.i18n.LocaleContextHolder.getLocale()));
            return "redirect:/roster/assignment";
        } catch (Problem wrong) {
            response.setStatus(wrong.status().value());
            model.addAttribute("problems", wrong.fieldsOrThrow());
            return page(model);
        }
    }
}
