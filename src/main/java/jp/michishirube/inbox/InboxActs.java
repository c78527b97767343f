package jp.michishirube.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.michishirube.organization.People;
import jp.michishirube.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking, handing over and giving back, one or many at once. What a colleague has is taken over after a question. */
@Controller
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER','WELFARE_COMMISSIONER')")
class InboxActs {

    private final TakeStep steps;
    private final ShowWork work;
    private final ManyAtOnce many;
    private final People people;

    InboxActs(TakeStep steps, ShowWork work, ManyAtOnce many, People people) {
        this.steps = steps;
        this.work = work;
        this.many = many;
        this.people = people;
    }

    /** Takes the step and goes to work on it; a colleague's is asked about first. */
    @PostMapping("/inbox/{taskId}/take")
    String take(@PathVariable String taskId, @RequestParam(required = false) String from) {
        if (from != null) {
            return toWork(steps.takeFrom(taskId, from));
        }
        WorkItem item = steps.find(taskId).orElseThrow(() -> Problem.conflict("stale-step"));
        try {
            return toWork(steps.take(taskId));
        } catch (Problem taken) {
            if (taken.kind().equals("already-taken") && item.assignee() != null) {
                return "redirect:/inbox/" + taskId + "/take-over";
            }
            throw taken;
        }
    }

    /** The question before a colleague's step is taken over. */
    @GetMapping("/inbox/{taskId}/take-over")
    String ask(@PathVariable String taskId, Model model) {
        WorkItem item = steps.look(taskId);
        if (item.assignee() == null) {
            return "redirect:/cases/" + item.caseNumber();
        }
        return question(work.held(() -> List.of(item)), "/inbox", model);
    }

    /** The same question for many; what went back to nobody or is over meanwhile is not asked about. */
    @GetMapping("/inbox/take-over")
    String askMany(@RequestParam(name = "task", required = false) List<String> tasks, @RequestParam(defaultValue = "/inbox") String back, Model model) {
        List<WorkItem> held = tasks == null ? List.of() : work.held(() -> tasks.stream().filter(t -> steps.find(t).isPresent()).map(steps::look)
                .filter(i -> i.assignee() != null).toList());
        return held.isEmpty() ? "redirect:" + SavedFilters.place(back) : question(held, SavedFilters.place(back), model);
    }

    /**
     * @param tasks what was chosen; for a take-over each with the colleague who was seen to have it: task, bar, person
     * @param act   {@code none} is what Enter on a check box sends
     * @param to    to whom it is handed
     */
    @PostMapping("/inbox/many")
    String many(@RequestParam(name = "task", required = false) List<String> tasks, @RequestParam String act,
            @RequestParam(required = false) String to, @RequestParam(defaultValue = "/inbox") String back, RedirectAttributes redirect, Locale locale) {
        List<String> chosen = tasks == null ? List.of() : tasks;
        String place = SavedFilters.place(back);
        if (act.equals("none")) {
            return "redirect:" + place;
        }
        if (chosen.isEmpty()) {
            redirect.addFlashAttribute("nothing", true);
            return "redirect:" + place;
        }
        if (act.equals("approve")) {
            redirect.addAttribute("case", chosen.stream().flatMap(t -> steps.find(t).stream()).map(WorkItem::caseNumber).toArray(String[]::new));
            return "redirect:/approvals";
        }
        ManyAtOnce.Report report = switch (act) {
            case "take" -> many.each(chosen, steps::take, locale);
            case "take-over" -> takeOver(chosen, locale);
            case "give-back" -> many.each(chosen, steps::giveBack, locale);
            case "hand" -> many.each(chosen, task -> steps.hand(task, to), locale);
            default -> throw Problem.badRequest("unreadable-request");
        };
        redirect.addFlashAttribute("act", act);
        redirect.addFlashAttribute("done", report.done());
        redirect.addFlashAttribute("refused", report.refused());
        if (report.held().isEmpty()) {
            return "redirect:" + place;
        }
        redirect.addAttribute("task", report.held().toArray(String[]::new));
        redirect.addAttribute("back", place);
        return "redirect:/inbox/take-over";
    }

    private ManyAtOnce.Report takeOver(List<String> held, Locale locale) {
        Map<String, String> seen = new HashMap<>();
        held.forEach(h -> seen.put(h.substring(0, Math.max(0, h.indexOf('|'))), h.substring(h.indexOf('|') + 1)));
        return many.each(List.copyOf(seen.keySet()), task -> steps.takeFrom(task, seen.get(task)), locale);
    }

    private String question(List<WorkItem> held, String back, Model model) {
        model.addAttribute("nav", "inbox").addAttribute("held", held).addAttribute("back", back)
                .addAttribute("names", people.names(held.stream().map(WorkItem::assignee).distinct().toList()));
        return "inbox/take-over";
    }

    private static String toWork(WorkItem item) {
        return "redirect:/cases/" + item.caseNumber() + "/" + item.step().path();
    }
}
