package jp.michishirube.sharing.pool;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.michishirube.document.QrSign;
import jp.michishirube.door.UpTo;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.code.IssuePass;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 避難支援の協力者: the city's list of those willing to help, by hand and from files. */
@Controller
@RequestMapping("/volunteers")
@PreAuthorize("hasAnyRole('ROSTER_MANAGER','REVIEWER')")
class VolunteersPage {

    private static final int SIZE = 50;

    private final ReadVolunteers read;
    private final KeepVolunteer keep;
    private final TakeVolunteerList take;
    private final WelcomeVolunteer welcome;

    VolunteersPage(ReadVolunteers read, KeepVolunteer keep, TakeVolunteerList take, WelcomeVolunteer welcome) {
        this.read = read;
        this.keep = keep;
        this.take = take;
        this.welcome = welcome;
    }

    @ModelAttribute("nav")
    String nav() {
        return "volunteers";
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String area, @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "1") int page, Model model) {
        Volunteers.Filter filter = new Volunteers.Filter(area.isBlank() ? null : area.strip(), one(Volunteer.State.values(), state), one(Volunteer.Source.values(), source));
        int count = read.count(filter);
        int pages = Math.max(1, (count + SIZE - 1) / SIZE);
        int shown = Math.min(Math.max(1, page), pages);
        model.addAttribute("filter", filter).addAttribute("count", count).addAttribute("pages", pages).addAttribute("page", shown)
                .addAttribute("rows", read.page(filter, shown, SIZE)).addAttribute("states", Volunteer.State.values()).addAttribute("sources", Volunteer.Source.values());
        return "sharing/volunteers";
    }

    @GetMapping("/new")
    @PreAuthorize("hasRole('ROSTER_MANAGER')")
    String ask(Model model) {
        return form(VolunteerForm.empty(), null, model);
    }

    @PostMapping
    @PreAuthorize("hasRole('ROSTER_MANAGER')")
    String enter(@RequestParam Map<String, String> values, @RequestParam(required = false) List<String> times, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        VolunteerForm form = VolunteerForm.of(values, values.getOrDefault("areas", ""), times == null ? List.of() : times);
        try {
            keep.enter(form);
        } catch (Problem problem) {
            return wrong(problem, form, null, model, response);
        }
        redirect.addFlashAttribute("notice", "volunteers.entered");
        return "redirect:/volunteers";
    }

    @GetMapping("/{id:\\d{1,18}}")
    String one(@PathVariable long id, Model model) {
        return form(VolunteerForm.of(read.one(id)), id, model);
    }

    @PostMapping("/{id:\\d{1,18}}")
    @PreAuthorize("hasRole('ROSTER_MANAGER')")
    String change(@PathVariable long id, @RequestParam Map<String, String> values, @RequestParam(required = false) List<String> times, Model model,
            HttpServletResponse response, RedirectAttributes redirect) {
        VolunteerForm form = VolunteerForm.of(values, values.getOrDefault("areas", ""), times == null ? List.of() : times);
        try {
            keep.change(id, form);
        } catch (Problem problem) {
            return wrong(problem, form, id, model, response);
        }
        redirect.addFlashAttribute("notice", "volunteers.changed");
        return "redirect:/volunteers";
    }

    @PostMapping("/{id:\\d{1,18}}/end")
    @PreAuthorize("hasRole('ROSTER_MANAGER')")
    String end(@PathVariable long id, @RequestParam(required = false) String sure, RedirectAttributes redirect) {
        if (sure == null) {
            redirect.addFlashAttribute("warning", "volunteers.end.sure-missing");
            return "redirect:/volunteers/" + id;
        }
        keep.end(id);
        redirect.addFlashAttribute("notice", "volunteers.ended");
        return "redirect:/volunteers";
    }

    /** Answers with the page itself: the code is shown this once, and is kept nowhere that a redirect could fetch it from. */
    @PostMapping("/{id:\\d{1,18}}/link")
    @PreAuthorize("hasRole('ROSTER_MANAGER')")
    String link(@PathVariable long id, Model model, HttpServletResponse response) {
        IssuePass.Issued issued = welcome.give(id);
        model.addAttribute("code", issued.code()).addAttribute("address", issued.address()).addAttribute("qr", QrSign.of(issued.address()));
        response.setHeader("Cache-Control", "no-store");
        return one(id, model);
    }

    @GetMapping("/list")
    @PreAuthorize("hasRole('ROSTER_MANAGER')")
    String askList(Model model) {
        model.addAttribute("headings", Arrays.stream(ListColumn.values()).map(ListColumn::heading).toList());
        return "sharing/volunteer-list";
    }

    /** Answers with the page itself: the wrong rows stand in the file of whoever sent it and nowhere else. */
    @PostMapping("/list")
    @UpTo(TakeVolunteerList.MEGABYTES + "MB")
    @PreAuthorize("hasRole('ROSTER_MANAGER')")
    String take(@RequestParam MultipartFile file, Model model, HttpServletResponse response) throws IOException {
        if (file.isEmpty()) {
            throw Problem.badRequest("roster-file-missing");
        }
        Path copy = Files.createTempFile("volunteers", ".upload");
        try {
            file.transferTo(copy);
            model.addAttribute("taken", take.take(copy));
        } finally {
            Files.deleteIfExists(copy);
        }
        response.setHeader("Cache-Control", "no-store");
        return askList(model);
    }

    private static String wrong(Problem problem, VolunteerForm form, Long id, Model model, HttpServletResponse response) {
        model.addAttribute("problems", problem.fieldsOrThrow());
        response.setStatus(problem.status().value());
        return form(form, id, model);
    }

    private static String form(VolunteerForm form, Long id, Model model) {
        model.addAttribute("form", form).addAttribute("id", id).addAttribute("propose", false).addAttribute("action", id == null ? "/volunteers" : "/volunteers/" + id);
        FormChoices.into(model);
        return "sharing/volunteer";
    }

    private static <E extends Enum<E>> E one(E[] all, String name) {
        return Arrays.stream(all).filter(e -> e.name().equals(name)).findFirst().orElse(null);
    }
}
