package jp.michishirube.bench;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The baseline of page benches: frame, session and security of every page around a sentence. */
@Controller
@Profile("bench")
class EmptyPage {

    @GetMapping("/bench/empty")
    String empty() {
        return "error";
    }
}
