package jp.michishirube.sharing.channel;

import java.util.List;
import java.util.UUID;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.code.PassLines;
import jp.michishirube.sharing.code.RevokePass;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 送信箱: what waits, what did not arrive or nobody knows of, and links that somebody tried in vain. Kinds and case numbers, nobody's name. */
@Controller
@RequestMapping("/engine/messages")
@PreAuthorize("hasAnyRole('PROCESS_ADMIN','REVIEWER','ROSTER_MANAGER')")
class OutboxPage {

    private final LookAtMessages messages;
    private final PassLines passes;
    private final RevokePass revoke;
    private final WhoAmI who;
    private final List<Allowance> allowances;

    OutboxPage(LookAtMessages messages, PassLines passes, RevokePass revoke, WhoAmI who, List<Allowance> allowances) {
        this.messages = messages;
        this.passes = passes;
        this.revoke = revoke;
        this.who = who;
        this.allowances = allowances;
    }

    record Allowed(Way way, Allowance.Figures figures) {}

    @GetMapping
    String show(Model model) {
        model.addAttribute("allowed", allowances.stream().flatMap(a -> a.figures().map(f -> new Allowed(a.way(), f)).stream()).toList());
        model.addAttribute("nav", "engine").addAttribute("waiting", messages.waiting()).addAttribute("rows", messages.toLookAt())
                .addAttribute("count", messages.count()).addAttribute("refusals", passes.refusals());
        return "sharing/outbox";
    }

    @PostMapping("/{id}/again")
    @PreAuthorize("hasAnyRole('PROCESS_ADMIN','ROSTER_MANAGER')")
    String again(@PathVariable UUID id, RedirectAttributes redirect) {
        return done(messages.again(id, who.me().id()), "outbox.again.done", redirect);
    }

    @PostMapping("/{id}/settle")
    @PreAuthorize("hasAnyRole('PROCESS_ADMIN','ROSTER_MANAGER')")
    String settle(@PathVariable UUID id, RedirectAttributes redirect) {
        return done(messages.settle(id, who.me().id()), "outbox.settled", redirect);
    }

    /** Closes a link that seems to be in wrong hands. Its holder gets another from whoever issued it. */
    @PostMapping("/passes/{id}/revoke")
    @PreAuthorize("hasAnyRole('PROCESS_ADMIN','ROSTER_MANAGER')")
    String revoke(@PathVariable long id, RedirectAttributes redirect) {
        return done(revoke.one(id), "outbox.revoked", redirect);
    }

    private static String done(boolean found, String said, RedirectAttributes redirect) {
        if (!found) {
            throw Problem.conflict("message-not-open");
        }
        redirect.addFlashAttribute("notice", said);
        return "redirect:/engine/messages";
    }
}
