package jp.michishirube.notification;

import jp.michishirube.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 届かなかったメール: what was given up and why, in numbers, codes and account names; and trying it again. */
@Controller
@RequestMapping("/engine/mails")
@PreAuthorize("hasAnyRole('PROCESS_ADMIN','REVIEWER','ROSTER_MANAGER')")
class GivenUpMailsPage {

    private final GivenUpMails mails;

    GivenUpMailsPage(GivenUpMails mails) {
        this.mails = mails;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("nav", "engine").addAttribute("list", mails.last()).addAttribute("count", mails.count())
                .addAttribute("most", GivenUpMails.MOST);
        return "notification/given-up";
    }

    @PostMapping("/{id}/again")
    @PreAuthorize("hasRole('PROCESS_ADMIN')")
    String again(@PathVariable long id, RedirectAttributes redirect) {
        if (!mails.again(id)) {
            throw Problem.notFound("mail-not-given-up");
        }
        return tried(redirect);
    }

    @PostMapping("/again")
    @PreAuthorize("hasRole('PROCESS_ADMIN')")
    String againAll(RedirectAttributes redirect) {
        mails.againAll();
        return tried(redirect);
    }

    private static String tried(RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", "given-up.tried");
        return "redirect:/engine/mails";
    }
}
