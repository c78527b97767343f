package jp.michishirube.notification;

import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.ProtectedPeople;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everyone's own notices: no role, as they are found by the person asking. */
@Controller
@PreAuthorize("isAuthenticated()")
class NoticesPage {

    private static final int PAGE = 50;

    private final Notices notices;
    private final Preferences preferences;
    private final People people;
    private final ProtectedPeople protectedPeople;
    private final WhoAmI who;

    NoticesPage(Notices notices, Preferences preferences, People people, ProtectedPeople protectedPeople, WhoAmI who) {
        this.notices = notices;
        this.preferences = preferences;
        this.people = people;
        this.protectedPeople = protectedPeople;
        this.who = who;
    }

    @GetMapping("/notices")
    String list(@RequestParam(defaultValue = "false") boolean unread, @RequestParam(defaultValue = "0") int page, Model model) {
        int at = Math.max(0, Math.min(page, 10_000));
        List<Notice> found = notices.of(who.me().id(), unread, at);
        model.addAttribute("list", found.stream().limit(PAGE).toList()).addAttribute("more", found.size() > PAGE)
                .addAttribute("page", at).addAttribute("unreadOnly", unread).addAttribute("mail", mail());
        return "notification/notices";
    }

    /** Opens what the notice is about and marks it read. */
    @PostMapping("/notices/{id}/open")
    String open(@PathVariable long id) {
        Notice notice = notices.find(who.me().id(), id).orElseThrow(() -> Problem.notFound("notice-not-found"));
        notices.read(who.me().id(), id);
        return "redirect:" + notice.path();
    }

    @PostMapping("/notices/read")
    String readAll(@RequestParam long upTo, RedirectAttributes redirect) {
        notices.readAll(who.me().id(), upTo);
        redirect.addFlashAttribute("notice", "notices.all-read");
        return "redirect:/notices";
    }

    @GetMapping("/notices/preferences")
    String preferences(Model model) {
        Map<NoticeKind, MailWish> wishes = preferences.of(who.me().id());
        wishes.keySet().removeIf(kind -> !concerns(who.me(), kind));
        model.addAttribute("wishes", wishes).addAttribute("choices", MailWish.values()).addAttribute("mail", mail());
        return "notification/preferences";
    }

    /** Of protections only those are told who may set them; of the seal, who looks after the installation. */
    private boolean concerns(Person me, NoticeKind kind) {
        return switch (kind) {
            case PROTECTION_DUE -> protectedPeople.maySet(me);
            case EVENT_PROPOSED, DRILL_PROPOSED, EVENT_BEGAN, DRILL_BEGAN -> me.isCity();
            case SEAL_ENDING, SEAL_ENDED -> me.has(Role.PROCESS_ADMIN);
            default -> true;
        };
    }

    @PostMapping("/notices/preferences")
    String choose(@RequestParam Map<String, String> input, RedirectAttributes redirect) {
        for (NoticeKind kind : NoticeKind.values()) {
            String wish = input.get(kind.name());
            if (wish != null) {
                preferences.put(who.me().id(), kind, wish(wish));
            }
        }
        redirect.addFlashAttribute("notice", "notices.preferences-saved");
        return "redirect:/notices/preferences";
    }

    /** Whether mail reaches the person: {@code well}, or the {@code none} or {@code bad} of the address. */
    private String mail() {
        return people.mailOf(who.me().id()).map(address -> MailAddress.of(address).isPresent() ? "well" : "bad").orElse("none");
    }

    private static MailWish wish(String text) {
        try {
            return MailWish.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("notice-wish-unknown");
        }
    }
}
