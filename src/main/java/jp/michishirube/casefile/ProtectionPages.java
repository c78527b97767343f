package jp.michishirube.casefile;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 支援措置: set on a case, looked after in one list; for the roles that set it and nobody else. */
@Controller
@PreAuthorize("hasAnyRole('REVIEWER','ROSTER_MANAGER')")
class ProtectionPages {

    private final CaseAccess access;
    private final Protections protections;
    private final ProtectedPeople people;
    private final ProtectResident protect;
    private final EndProtection end;
    private final HandProtectedWork hand;
    private final PeopleLists lists;
    private final WhoAmI who;
    private final Clock clock;

    ProtectionPages(CaseAccess access, Protections protections, ProtectedPeople people, ProtectResident protect, EndProtection end,
            HandProtectedWork hand, PeopleLists lists, WhoAmI who, Clock clock) {
        this.access = access;
        this.protections = protections;
        this.people = people;
        this.protect = protect;
        this.end = end;
        this.hand = hand;
        this.lists = lists;
        this.who = who;
        this.clock = clock;
    }

    @Bean
    static CaseTab protectionTab(ProtectedPeople people) {
        return new CaseTab(CaseTab.Group.CONSENT, 95, "protection", "protection.tab", people.setters());
    }

    /**
     * @param due  somebody has to say whether it goes on
     * @param soon in some weeks
     */
    record Line(Protections.Row row, boolean due, boolean soon) {}

    @GetMapping("/protections")
    String list(Model model) {
        people.setter(who.me());
        List<Protections.Row> rows = lists.show(PeopleLists.Shown.onScreen("protections", Map.of()), protections::standing,
                r -> new PeopleLists.Somebody(null, r.cityNumber()));
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("nav", "protections");
        model.addAttribute("rows", rows.stream().map(r -> new Line(r, r.protection().isDue(today), r.protection().isSoon(today))).toList());
        model.addAttribute("due", rows.stream().filter(r -> r.protection().isDue(today)).count());
        return "case/protections";
    }

    @GetMapping("/cases/{number}/protection")
    String ofCase(@PathVariable CaseNumber number, Model model) {
        people.setter(who.me());
        return page(access.open(number, "protection"), model);
    }

    private String page(CaseFile file, Model model) {
        Protection standing = protections.standing(file.resident().id()).orElse(null);
        model.addAttribute("caseFile", file);
        model.addAttribute("standing", standing);
        model.addAttribute("due", standing != null && standing.isDue(LocalDate.now(clock)));
        model.addAttribute("soon", standing != null && standing.isSoon(LocalDate.now(clock)));
        model.addAttribute("held", standing == null ? List.of() : hand.held(file));
        model.addAttribute("handed", standing == null ? List.of() : hand.before(file));
        model.asMap().putIfAbsent("form", Map.of());
        return "case/protection";
    }

    @PostMapping("/cases/{number}/protection")
    String protect(@PathVariable CaseNumber number, @RequestParam(required = false) String ground,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until, RedirectAttributes redirect,
            Model model, HttpServletResponse response) {
        people.setter(who.me());
        CaseFile file = access.open(number, "protection");
        try {
            protect.protect(file.resident().id(), ground, until);
            redirect.addFlashAttribute("notice", "protection.set");
        } catch (Problem wrong) {
            response.setStatus(wrong.status().value());
            model.addAttribute("problems", wrong.fieldsOrThrow());
            model.addAttribute("form", Map.of("ground", ground == null ? "" : ground, "until", until == null ? "" : until.toString()));
            return page(file, model);
        }
        return "redirect:/cases/" + number + "/protection";
    }

    @PostMapping("/cases/{number}/protection/handover")
    String hand(@PathVariable CaseNumber number, @RequestParam String task, @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect, Model model, HttpServletResponse response) {
        people.setter(who.me());
        CaseFile file = access.open(number, "protection");
        try {
            hand.hand(file, task, to, reason);
            redirect.addFlashAttribute("notice", "protection.handed");
        } catch (Problem wrong) {
            response.setStatus(wrong.status().value());
            model.addAttribute("problems", wrong.fieldsOrThrow());
            model.addAttribute("form", Map.of("to", to, "reason", reason));
            return page(file, model);
        }
        return "redirect:/cases/" + number + "/protection";
    }

    @PostMapping("/protections/{id}/continuation")
    String goOn(@PathVariable long id, @RequestParam(required = false) String ground,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until, RedirectAttributes redirect) {
        people.setter(who.me());
        long resident = protections.residentOf(id).orElseThrow(() -> Problem.notFound("protection-not-found"));
        return act("protection.goes-on", redirect, () -> protect.goOn(id, resident, ground, until));
    }

    @PostMapping("/protections/{id}/end")
    String end(@PathVariable long id, @RequestParam(required = false) String ground, RedirectAttributes redirect) {
        return act("protection.ended", redirect, () -> end.end(id, ground));
    }

    private String act(String done, RedirectAttributes redirect, Runnable act) {
        people.setter(who.me());
        try {
            act.run();
            redirect.addFlashAttribute("notice", done);
        } catch (Problem wrong) {
            wrong.fieldsOrThrow();
            redirect.addFlashAttribute("warning", "protection.wrong");
        }
        return "redirect:/protections";
    }
}
