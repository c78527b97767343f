package jp.michishirube.workflow;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.michishirube.casefile.LeftAside;
import jp.michishirube.municipality.Installation;
import jp.michishirube.notification.GivenUpMails;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.sharing.channel.LookAtMessages;
import jp.michishirube.signing.CitySeal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 自動処理の管理: what stands still, what process admins did, whether anything goes out. Numbers of cases and ids only, nobody's name but the admins'. */
@Controller
@RequestMapping("/engine")
@PreAuthorize("hasAnyRole('PROCESS_ADMIN','REVIEWER','ROSTER_MANAGER')")
class EnginePage {

    private static final int SIZE = 50;
    private static final int MOST_NUMBERS = 200;

    private final StrandedWork stranded;
    private final AdminActs acts;
    private final Installation installation;
    private final GivenUpMails mails;
    private final LookAtMessages messages;
    private final LeftAside leftAside;
    private final CitySeal seal;
    private final WhoAmI who;

    EnginePage(StrandedWork stranded, AdminActs acts, Installation installation, GivenUpMails mails, LookAtMessages messages, LeftAside leftAside,
            CitySeal seal, WhoAmI who) {
        this.stranded = stranded;
        this.acts = acts;
        this.installation = installation;
        this.mails = mails;
        this.messages = messages;
        this.leftAside = leftAside;
        this.seal = seal;
        this.who = who;
    }

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
        model.addAttribute("givenUp", mails.count());
        model.addAttribute("toLookAt", messages.count());
        model.addAttribute("leftAside", leftAside.count());
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

    private static List<Group> groups(List<StrandedWork.Finding> found) {
        Map<String, List<String>> byKind = found.stream().collect(Collectors.groupingBy(StrandedWork.Finding::kind, TreeMap::new,
                Collectors.mapping(f -> f.caseNumber().isEmpty() ? f.processId() : f.caseNumber(), Collectors.toList())));
        return byKind.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue().size(), e.getValue().stream().limit(MOST_NUMBERS).toList())).toList();
    }
}
