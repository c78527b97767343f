package jp.michishirube.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.problem.Problem;
import jp.michishirube.problem.ProblemDetails;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking, handing over and giving back, one or many at once; of many, each is done or refused by itself and told so. */
@Controller
class InboxActs {

    private final TakeStep steps;
    private final WorkItems items;
    private final People people;
    private final ProblemDetails problems;

    InboxActs(TakeStep steps, WorkItems items, People people, ProblemDetails problems) {
        this.steps = steps;
        this.items = items;
        this.people = people;
        this.problems = problems;
    }

    /** Takes the step and goes to work on it; a colleague's is asked about first. */
    @PostMapping("/inbox/{taskId}/take")
    String take(@PathVariable String taskId, @RequestParam(required = false) String from) {
        if (from == null) {
            WorkItem item = items.find(taskId).orElseThrow(() -> Problem.conflict("stale-step"));
            try {
                return toWork(steps.take(taskId));
            } catch (Problem taken) {
                if (taken.kind().equals("already-taken") && item.assignee() != null) {
                    return "redirect:/inbox/" + taskId + "/take-over";
                }
                throw taken;
            }
        }
        return toWork(steps.takeFrom(taskId, from));
    }

    /** The question before a colleague's step is taken over. */
    @GetMapping("/inbox/{taskId}/take-over")
    String ask(@PathVariable String taskId, Model model) {
        WorkItem item = steps.look(taskId);
        if (item.assignee() == null) {
            return "redirect:/cases/" + item.caseNumber();
        }
        model.addAttribute("item", item);
        model.addAttribute("holder", people.find(item.assignee()).map(Person::name).orElse(item.assignee()));
        return "inbox/take-over";
    }

    @PostMapping("/inbox/many")
    String many(@RequestParam(name = "task", required = false) List<String> tasks, @RequestParam String act,
            @RequestParam(required = false) String to, @RequestParam(defaultValue = "/inbox") String back, RedirectAttributes flash, Locale locale) {
        Consumer<String> one = switch (act) {
            case "take" -> steps::take;
            case "give-back" -> steps::giveBack;
            case "hand" -> task -> steps.hand(task, to);
            default -> throw Problem.badRequest("unreadable-request");
        };
        List<String> refused = new ArrayList<>();
        int done = 0;
        for (String task : tasks == null ? List.<String>of() : tasks) {
            String number = items.find(task).map(WorkItem::caseNumber).orElse("");
            try {
                one.accept(task);
                done++;
            } catch (Problem p) {
                refused.add(number + " " + problems.sentence(p, locale));
            }
        }
        flash.addFlashAttribute("done", done);
        flash.addFlashAttribute("refused", refused);
        return "redirect:/inbox" + (back.startsWith("/inbox?") ? "?" + SavedFilters.safe(back.substring("/inbox?".length())) : "");
    }

    private static String toWork(WorkItem item) {
        return "redirect:/cases/" + item.caseNumber() + "/" + item.step().path();
    }
}
