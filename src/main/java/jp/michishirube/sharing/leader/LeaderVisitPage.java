package jp.michishirube.sharing.leader;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.consent.rule.Ground;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.SharedWithLeader;
import jp.michishirube.sharing.SharedWithReader;
import jp.michishirube.sharing.code.NoVisit;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.code.Visit;
import jp.michishirube.sharing.line.LineAccounts;
import jp.michishirube.sharing.promise.Promises;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 町内会長・班長・民生委員のページ, behind sheet and telephone: first the pledge, then those of the own 町 or 班. */
@Controller
@RequestMapping("/v/leader")
@PreAuthorize("permitAll()")
class LeaderVisitPage {

    private final Leaders leaders;
    private final Pledge pledge;
    private final Promises promises;
    private final SharedWithLeader shared;
    private final LineAccounts line;

    LeaderVisitPage(Leaders leaders, Pledge pledge, Promises promises, SharedWithLeader shared, LineAccounts line) {
        this.leaders = leaders;
        this.pledge = pledge;
        this.promises = promises;
        this.shared = shared;
        this.line = line;
    }

    @GetMapping
    String show(Visit visit, Model model, Locale locale) {
        Leader leader = leader(visit);
        model.addAttribute("leader", leader).addAttribute("line", line.standing(leader.holder()).name());
        if (leader.on(leaders.today()) == Leader.Term.NOT_YET) {
            return "visit/leader-waits";
        }
        if (!pledge.stands(leader)) {
            return ask(model, locale);
        }
        SharedWithReader.Listed listed = shared.list(leader.leading());
        model.addAttribute("rows", listed.rows()).addAttribute("unreadable", listed.unreadable())
                .addAttribute("disaster", listed.rows().stream().anyMatch(r -> r.ground() == Ground.DECLARED_DISASTER));
        return "visit/leader";
    }

    @PostMapping("/pledge")
    String give(Visit visit, @RequestParam(required = false) String sure, @RequestParam(defaultValue = "0") String version, Model model, HttpServletResponse response,
            Locale locale) {
        Leader leader = leader(visit);
        if (leader.on(leaders.today()) != Leader.Term.RUNS) {
            return "redirect:/v/leader";
        }
        if (sure == null) {
            model.addAttribute("leader", leader).addAttribute("problems", List.of(new FieldProblem("sure", "leader-sure")));
            response.setStatus(422);
            return ask(model, locale);
        }
        pledge.give(leader, version.matches("\\d{1,4}") ? Integer.parseInt(version) : 0);
        return "redirect:/v/leader";
    }

    @GetMapping("/plans/{which}")
    String one(Visit visit, @PathVariable CaseNumber which, Model model) {
        Leader leader = leader(visit);
        if (leader.on(leaders.today()) != Leader.Term.RUNS || !pledge.stands(leader)) {
            return "redirect:/v/leader";
        }
        model.addAttribute("row", shared.one(leader.leading(), which).orElseThrow(() -> Problem.notFound("case-not-found")));
        return "visit/leader-plan";
    }

    private String ask(Model model, Locale locale) {
        model.addAttribute("version", pledge.version().isPresent() ? pledge.version().getAsInt() : null)
                .addAttribute("text", pledge.version().isPresent() ? promises.text(Promises.Of.LEADER, pledge.version().getAsInt(), locale) : List.of());
        return "visit/pledge";
    }

    /** The pass ends with the term; whoever is inside at midnight is out as well. */
    private Leader leader(Visit visit) {
        return leaders.find(Long.parseLong(visit.as(PassKind.LEADER).holder().key())).filter(l -> l.on(leaders.today()) != Leader.Term.OVER).orElseThrow(NoVisit::new);
    }
}
