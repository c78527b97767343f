package jp.michishirube.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.michishirube.municipality.Installation;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.signals.Waiting;
import jp.michishirube.signals.Watches;
import jp.michishirube.signing.CitySeal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 自動処理の管理, where running it begins: what waits, what failed and what to do about it, what process admins did. Numbers and ids only, nobody's name but the admins'. */
@Controller
@RequestMapping("/engine")
@PreAuthorize("hasAnyRole('PROCESS_ADMIN','REVIEWER','ROSTER_MANAGER')")
class EnginePage {

    private static final int SIZE = 50;
    private static final int MOST_NUMBERS = 200;

    private final StrandedWork stranded;
    private final AdminActs acts;
    private final Installation installation;
    private final Watches watches;
    private final TryStepsAgain steps;
    private final CitySeal seal;
    private final WhoAmI who;
    private final Clock clock;

    EnginePage(StrandedWork stranded, AdminActs acts, Installation installation, Watches watches, TryStepsAgain steps, CitySeal seal, WhoAmI who,
            Clock clock) {
        this.stranded = stranded;
        this.acts = acts;
        this.installation = installation;
        this.watches = watches;
        this.steps = steps;
        this.seal = seal;
        this.who = who;
        this.clock = clock;
    }

    /**
     * @param minutes that the longest of those waiting waits; null for none
     * @param trouble a person should look
     */
    record Line(Waiting what, Long minutes, boolean late, boolean trouble) {}

    /** @param numbers of cases, or ids of processes without one; the first 200 */
    record Group(String kind, int count, List<String> numbers) {}

    @GetMapping
    String show(@RequestParam(defaultValue = "1") int page, Locale locale, Model model) {
        int current = Math.max(1, Math.min(page, 10_000));
        List<AdminActs.Line> lines = acts.page(current - 1, SIZE + 1);
        model.addAttribute("nav", "engine");
        model.addAttribute("held", installation.isHeld());
        model.addAttribute("seal", seal.state());
        model.addAttribute("lastLook", stranded.lastLook().orElse(null));
        Watches.Look look = watches.look();
        model.addAttribute("watches", lines(look));
        model.addAttribute("blind", look.blind());
        model.addAttribute("groups", groups(stranded.last()));
        model.addAttribute("lines", lines.stream().limit(SIZE).toList());
        model.addAttribute("page", current);
        model.addAttribute("more", lines.size() > SIZE);
        model.addAttribute("zone", ZoneId.of("Asia/Tokyo"));
        model.addAttribute("pattern", locale.getLanguage().equals("en") ? "d MMM yyyy HH:mm" : "yyyy年M月d日（E）H:mm");
        return "workflow/engine";
    }

    @PostMapping("/look")
    @PreAuthorize("hasRole('PROCESS_ADMIN')")
    String look(RedirectAttributes redirect) {
        stranded.look();
        redirect.addFlashAttribute("notice", "engine.looked");
        return "redirect:/engine";
    }

    @PostMapping("/confirmation")
    @PreAuthorize("hasRole('PROCESS_ADMIN')")
    String confirm(RedirectAttributes redirect) {
        installation.confirm(who.me().id());
        redirect.addFlashAttribute("notice", "engine.confirmed");
        return "redirect:/engine";
    }

    @PostMapping("/steps/again")
    @PreAuthorize("hasRole('PROCESS_ADMIN')")
    String tryStepsAgain(RedirectAttributes redirect) {
        steps.all();
        redirect.addFlashAttribute("notice", "engine.steps-tried");
        return "redirect:/engine";
    }

    /** What needs a person first. */
    private List<Line> lines(Watches.Look look) {
        Instant now = clock.instant();
        return look.waiting().stream().map(w -> new Line(w, w.oldest() == null ? null : Math.max(0, Duration.between(w.oldest(), now).toMinutes()),
                w.isLate(now), w.isTrouble(now))).sorted(Comparator.comparing(Line::trouble).reversed()).toList();
    }

    private static List<Group> groups(List<StrandedWork.Finding> found) {
        Map<String, List<String>> byKind = found.stream().collect(Collectors.groupingBy(StrandedWork.Finding::kind, TreeMap::new,
                Collectors.mapping(f -> f.caseNumber().isEmpty() ? f.processId() : f.caseNumber(), Collectors.toList())));
        return byKind.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue().size(), e.getValue().stream().limit(MOST_NUMBERS).toList())).toList();
    }
}
