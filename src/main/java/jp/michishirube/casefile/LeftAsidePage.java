package jp.michishirube.casefile;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 途中で進めなかった仕事: what the background could not do for one person or case, and why. Numbers and kinds, nobody's name. */
@Controller
@PreAuthorize("hasAnyRole('PROCESS_ADMIN','REVIEWER','ROSTER_MANAGER')")
class LeftAsidePage {

    private final LeftAside leftAside;

    LeftAsidePage(LeftAside leftAside) {
        this.leftAside = leftAside;
    }

    @GetMapping("/engine/left-aside")
    String show(Model model) {
        model.addAttribute("nav", "engine").addAttribute("list", leftAside.last()).addAttribute("count", leftAside.count())
                .addAttribute("most", LeftAside.MOST);
        return "case/left-aside";
    }
}
