package jp.michishirube.review;

import java.util.Locale;
import jp.michishirube.problem.Problem;
import jp.michishirube.problem.ProblemDetails;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** The page of a form once more, when what was sent is refused: the reason in place, beside all that was typed. */
@Component
class RefusedPage {

    private final ProblemDetails problems;

    RefusedPage(ProblemDetails problems) {
        this.problems = problems;
    }

    /** @param model filled as for the page itself, and with what was typed */
    ModelAndView of(String view, Model model, Problem refused, Locale locale) {
        model.addAttribute("refusal", problems.sentence(refused, locale)).addAttribute("problems", refused.fields());
        ModelAndView page = new ModelAndView(view, model.asMap());
        page.setStatus(refused.status());
        return page;
    }
}
