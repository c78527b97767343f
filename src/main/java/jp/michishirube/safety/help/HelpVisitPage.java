package jp.michishirube.safety.help;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.answer.Given;
import jp.michishirube.safety.answer.Said;
import jp.michishirube.sharing.code.Pass;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.code.Visit;
import jp.michishirube.sharing.supporter.ReachSupporters;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A supporter on the day. Behind the link of a message the buttons alone, without a name: help must not wait for a code. Whoever comes from the
 * own page, with its code, sees whom and where to.
 */
@Controller
@RequestMapping("/v/help")
@PreAuthorize("permitAll()")
class HelpVisitPage {

    private static final List<Said> FOUND = List.of(Said.SAFE, Said.EVACUATED, Said.NEEDS_HELP, Said.HURT, Said.NOT_MET);
    private static final int KEY_LENGTH = 64;

    private final Helpers helpers;
    private final HelperActs acts;
    private final HelpView view;
    private final ReachSupporters reach;

    HelpVisitPage(Helpers helpers, HelperActs acts, HelpView view, ReachSupporters reach) {
        this.helpers = helpers;
        this.acts = acts;
        this.view = view;
        this.reach = reach;
    }

    @GetMapping
    String show(Visit visit, @RequestParam(defaultValue = "") String done, Model model) {
        boolean named = visit.pass().kind() == PassKind.SUPPORTER;
        model.addAttribute("shown", own(visit).stream().map(h -> view.of(h, named)).flatMap(Optional::stream).toList()).addAttribute("named", named)
                .addAttribute("found", FOUND).addAttribute("key", UUID.randomUUID().toString()).addAttribute("zone", WorkingDays.JAPAN)
                .addAttribute("done", List.of("go", "back", "said", "disputed", "undo", "over", "unread").contains(done) ? done : null);
        return "visit/help";
    }

    @PostMapping("/{id:\\d{1,18}}/go")
    String go(Visit visit, @PathVariable long id) {
        Helper helper = own(visit, id);
        return told("go", () -> acts.go(helper));
    }

    @PostMapping("/{id:\\d{1,18}}/back")
    String back(Visit visit, @PathVariable long id) {
        Helper helper = own(visit, id);
        return told("back", () -> acts.back(helper));
    }

    /** @param met the supporter has met the person: only so does a supporter end a call for help */
    @PostMapping("/{id:\\d{1,18}}/said")
    String said(Visit visit, @PathVariable long id, @RequestParam(defaultValue = "") String said, @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "false") boolean met) {
        Helper helper = own(visit, id);
        Optional<Said> found = FOUND.stream().filter(s -> s.name().equals(said)).findFirst();
        if (found.isEmpty() || key.isBlank() || key.length() > KEY_LENGTH) {
            return "redirect:/v/help?done=unread";
        }
        boolean[] disputed = new boolean[1];
        String next = told("said", () -> disputed[0] = acts.tell(helper, found.get(), met && found.get().isAnswer(), Given.Channel.LINK, key, null).disputed());
        return disputed[0] ? "redirect:/v/help?done=disputed" : next;
    }

    @PostMapping("/{id:\\d{1,18}}/undo")
    String undo(Visit visit, @PathVariable long id) {
        Helper helper = own(visit, id);
        return told("undo", () -> acts.undo(helper));
    }

    /** Pressed twice, or too late: the page says how it stands. */
    private static String told(String done, Runnable act) {
        try {
            act.run();
            return "redirect:/v/help?done=" + done;
        } catch (Problem problem) {
            return "redirect:/v/help?done=" + (problem.kind().equals("event-over") ? "over" : "");
        }
    }

    private Helper own(Visit visit, long id) {
        return own(visit).stream().filter(h -> h.id() == id).findFirst().orElseThrow(() -> Problem.notFound("asked-not-found"));
    }

    /** By a message's link that one alone; by the own page all whom the supporter helps. */
    private List<Helper> own(Visit visit) {
        if (visit.pass().kind() == PassKind.SUPPORTER) {
            return helpers.open(reach.behind(visit.pass()).stream().map(ReachSupporters.Reached::contactId).toList());
        }
        Pass pass = visit.as(PassKind.HELPER);
        return helpers.find(Long.parseLong(pass.holder().key())).stream().toList();
    }
}
