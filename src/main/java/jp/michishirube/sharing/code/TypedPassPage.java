package jp.michishirube.sharing.code;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** For whoever has a pass on paper and no camera, or comes from LINE: letters and code are typed here. The same resolver, the same lock-out. */
@Controller
@RequestMapping("/p")
@PreAuthorize("permitAll()")
class TypedPassPage {

    /** A page of ours behind a pass, with one value at most: nobody is sent elsewhere from here. */
    private static final String OURS = "/v/[a-z/]{1,40}(\\?[A-Za-z]{1,20}=[A-Za-z0-9._~-]{1,200})?";

    private final OpenPass open;

    TypedPassPage(OpenPass open) {
        this.open = open;
    }

    @GetMapping
    String ask(@RequestParam(defaultValue = "") String then, Model model) {
        model.addAttribute("then", then.matches(OURS) ? then : "");
        return "visit/typed";
    }

    /** @param letters of the pass, or its whole address */
    @PostMapping
    String open(@RequestParam(defaultValue = "") String letters, @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String then,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        String secret = Secret.plain(letters.substring(letters.lastIndexOf('/') + 1));
        if (open.look(secret).filter(p -> p.kind().leadsTo().isEmpty() || p.kind().asksTelephone()).isPresent()) {
            // Tells at once, such as the code on a copy; or asks for something else than a printed code.
            return "redirect:/p/" + secret;
        }
        OpenPass.Opened opened = open.open(secret, code);
        if (opened.outcome() == OpenPass.Outcome.OPENED) {
            response.addHeader(HttpHeaders.SET_COOKIE, VisitCookie.of(request, opened.visit()));
            return "redirect:" + (then.matches(OURS) ? then : opened.kind().leadsTo());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        boolean locked = opened.outcome() == OpenPass.Outcome.WRONG_CODE && opened.left() == 0;
        model.addAttribute("why", locked ? OpenPass.Outcome.LOCKED.name() : opened.outcome().name()).addAttribute("left", opened.left());
        return ask(then, model);
    }
}
