package jp.michishirube.web;

import org.springframework.context.annotation.Profile;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The parts of the pages, for those who write pages; with the demonstration only. */
@Controller
@PreAuthorize("isAuthenticated()")
@Profile("demo")
class StyleGuidePage {

    @GetMapping("/styleguide")
    String show() {
        return "styleguide";
    }
}
