package jp.michishirube.safety.start;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.event.BeginEvent;
import jp.michishirube.safety.event.Events;
import jp.michishirube.safety.event.InAreas;
import jp.michishirube.safety.warning.KeptTelegram;
import jp.michishirube.safety.warning.RiverStates;
import jp.michishirube.safety.warning.Telegrams;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 安否確認の提案: what came, whom an event would reach in numbers, and the officer's decision. Nobody is named here. */
@Controller
@RequestMapping("/proposals")
@PreAuthorize("hasAnyRole('REVIEWER','ROSTER_MANAGER')")
class ProposalsPage {

    private static final int MOST = 50;

    private final Proposals proposals;
    private final DecideProposal decide;
    private final Events events;
    private final InAreas inAreas;
    private final Telegrams telegrams;
    private final RiverStates states;

    ProposalsPage(Proposals proposals, DecideProposal decide, Events events, InAreas inAreas, Telegrams telegrams, RiverStates states) {
        this.proposals = proposals;
        this.decide = decide;
        this.events = events;
        this.inAreas = inAreas;
        this.telegrams = telegrams;
        this.states = states;
    }

    /** @param telegram what came; null for the word of another system */
    record Came(Proposal.Signal signal, KeptTelegram telegram) {

        public String words() {
            return telegram == null ? signal.words() : telegram.words();
        }
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("nav", "events").addAttribute("proposals", proposals.newest(MOST)).addAttribute("zone", WorkingDays.JAPAN);
        return "safety/proposals";
    }

    @GetMapping("/{id:\\d{1,18}}")
    String show(@PathVariable long id, Model model) {
        Proposal proposal = proposals.get(id);
        List<Came> came = proposals.signals(id).stream().map(s -> new Came(s, s.telegram() == null ? null : telegrams.find(s.telegram()).orElse(null))).toList();
        List<InAreas.Count> counts = inAreas.counts(proposal.areas().keySet());
        model.addAttribute("nav", "events").addAttribute("proposal", proposal).addAttribute("came", came).addAttribute("counts", counts).addAttribute("zone", WorkingDays.JAPAN)
                .addAttribute("planned", counts.stream().mapToLong(InAreas.Count::planned).sum()).addAttribute("roster", counts.stream().mapToLong(InAreas.Count::roster).sum())
                .addAttribute("alone", counts.stream().mapToLong(InAreas.Count::alone).sum()).addAttribute("unshared", counts.stream().mapToLong(InAreas.Count::unshared).sum())
                .addAttribute("others", events.knownAreas().stream().filter(a -> !proposal.areas().containsKey(a)).toList())
                .addAttribute("rivers", states.ours().stream().filter(s -> s.mode() == proposal.mode() && isNamed(came, s.river())).toList());
        model.asMap().putIfAbsent("form", Map.of("ground", came.stream().findFirst().map(Came::words).orElse("")));
        model.asMap().putIfAbsent("chosen", proposal.areas().keySet());
        return "safety/proposal";
    }

    private static boolean isNamed(List<Came> came, String river) {
        return came.stream().anyMatch(c -> c.telegram() != null && c.telegram().river().equals(river));
    }

    /** @param version of what the officer saw; @param areas the empty word for people without a 町 */
    @PostMapping("/{id:\\d{1,18}}/start")
    String start(@PathVariable long id, @RequestParam int version, @RequestParam(name = "areas", required = false) List<String> areas, @RequestParam Map<String, String> form,
            Model model, HttpServletResponse response, RedirectAttributes redirect) {
        Set<String> chosen = new HashSet<>(Optional.ofNullable(areas).orElse(List.of()));
        try {
            BeginEvent.Begun begun = decide.start(id, version, chosen, form.get("ground"));
            redirect.addFlashAttribute("notice", begun.widened() ? "safety.event.widened" : "safety.event.begun");
            return "redirect:/events/" + begun.id();
        } catch (Problem problem) {
            return again(id, problem, form, chosen, model, response);
        }
    }

    @PostMapping("/{id:\\d{1,18}}/aside")
    String putAside(@PathVariable long id, @RequestParam int version, @RequestParam Map<String, String> form, Model model, HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            decide.putAside(id, version, form.get("reason"));
            redirect.addFlashAttribute("notice", "proposals.put-aside");
            return "redirect:/proposals";
        } catch (Problem problem) {
            return again(id, problem, form, proposals.get(id).areas().keySet(), model, response);
        }
    }

    private String again(long id, Problem problem, Map<String, String> form, Set<String> chosen, Model model, HttpServletResponse response) {
        model.addAttribute("problems", problem.fieldsOrThrow()).addAttribute("form", form).addAttribute("chosen", chosen);
        response.setStatus(problem.status().value());
        return show(id, model);
    }
}
