package jp.michishirube.inbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import jp.michishirube.casefile.CaseSteps;
import jp.michishirube.casefile.Step;
import jp.michishirube.organization.OfficeNames;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** For the city: what waits at which step and in which office, and for how long. Each number leads to its list. */
@Controller
@PreAuthorize("hasAnyRole('REVIEWER','ROSTER_MANAGER')")
class QueuesPage {

    private final Queues queues;
    private final OfficeNames offices;
    private final CaseSteps steps;

    QueuesPage(Queues queues, OfficeNames offices, CaseSteps steps) {
        this.queues = queues;
        this.offices = offices;
        this.steps = steps;
    }

    /** @param tab of the city's work list in which these are */
    record StepLine(Step step, String tab, Queues.Sum sum) {}

    /** @param sum null for nothing */
    record Cell(Step step, String tab, Queues.Sum sum) {}

    record OfficeLine(String code, String name, List<Cell> cells, Queues.Sum sum) {}

    @GetMapping("/inbox/queues")
    String page(Model model) {
        List<Queues.Queue> all = queues.all();
        List<Step> shown = Arrays.stream(Step.values()).filter(s -> s != Step.CONFIRM_PLAN || steps.confirmation()).toList();
        List<StepLine> byStep = shown.stream().map(s -> new StepLine(s, tab(s), sum(all, null, s))).toList();
        Map<String, String> names = offices.all();
        TreeSet<String> codes = new TreeSet<>(names.keySet());
        all.forEach(q -> codes.add(q.office()));
        List<OfficeLine> byOffice = new ArrayList<>();
        for (String code : codes) {
            List<Cell> cells = shown.stream().map(s -> new Cell(s, tab(s), sum(all, code, s))).map(c -> c.sum.open() == 0 ? new Cell(c.step, c.tab, null) : c).toList();
            byOffice.add(new OfficeLine(code, names.getOrDefault(code, code), cells, sum(all, code, null)));
        }
        model.addAttribute("nav", "inbox");
        model.addAttribute("total", Queues.Sum.of(all));
        model.addAttribute("city", Queues.Sum.of(all.stream().filter(q -> q.party().equals(CaseSteps.Party.CITY.name())).toList()));
        model.addAttribute("elsewhere", Queues.Sum.of(all.stream().filter(q -> !q.party().equals(CaseSteps.Party.CITY.name())).toList()));
        model.addAttribute("steps", byStep);
        model.addAttribute("most", byStep.stream().mapToLong(l -> l.sum.open()).max().orElse(0));
        model.addAttribute("offices", byOffice);
        return "inbox/queues";
    }

    private String tab(Step step) {
        return (steps.party(step) == CaseSteps.Party.CITY ? InboxTab.OFFICE : InboxTab.WAITING).path();
    }

    private static Queues.Sum sum(List<Queues.Queue> all, String office, Step step) {
        return Queues.Sum.of(all.stream().filter(q -> (office == null || q.office().equals(office)) && (step == null || q.step() == step)).toList());
    }
}
