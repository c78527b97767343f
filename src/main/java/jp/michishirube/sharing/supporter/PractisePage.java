package jp.michishirube.sharing.supporter;

import java.util.List;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.code.Visit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 返事の練習: what a supporter will be asked on the day, with buttons as large as then. Nothing is kept and nobody is told. */
@Controller
@RequestMapping("/v/supporter/practice")
@PreAuthorize("permitAll()")
class PractisePage {

    /** What may be said of the one they help, as {@code visit.practice.<word>} words it. */
    private static final List<String> ANSWERS = List.of("safe", "help", "absent", "cannot");

    @GetMapping
    String show(Visit visit, Model model) {
        visit.as(PassKind.SUPPORTER);
        model.addAttribute("answers", ANSWERS);
        return "visit/practice";
    }

    @PostMapping
    String answer(Visit visit, @RequestParam(defaultValue = "") String answer, Model model) {
        visit.as(PassKind.SUPPORTER);
        model.addAttribute("answers", ANSWERS).addAttribute("said", ANSWERS.contains(answer) ? answer : null);
        return "visit/practice";
    }
}
