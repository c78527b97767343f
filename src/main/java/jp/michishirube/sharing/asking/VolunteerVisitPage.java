package jp.michishirube.sharing.asking;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.code.Pass;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.code.Visit;
import jp.michishirube.sharing.line.LineAccounts;
import jp.michishirube.sharing.promise.Promises;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 協力者のページ: what this volunteer is asked, as little of it as an answer needs. Nobody is named here, before or after. */
@Controller
@RequestMapping("/v/volunteer")
@PreAuthorize("permitAll()")
class VolunteerVisitPage {

    private final Askings askings;
    private final BehindLink behind;
    private final Promises promises;
    private final AnswerAsking answer;
    private final LineAccounts line;

    VolunteerVisitPage(Askings askings, BehindLink behind, Promises promises, AnswerAsking answer, LineAccounts line) {
        this.askings = askings;
        this.behind = behind;
        this.promises = promises;
        this.answer = answer;
        this.line = line;
    }

    /** @param back what they asked and the office answered */
    record Row(Asking asking, List<Askings.Event> back, List<Promises.Part> promise) {}

    @GetMapping
    String show(Visit visit, @RequestParam(defaultValue = "") String done, Model model, Locale locale) {
        Pass pass = visit.as(PassKind.VOLUNTEER);
        model.addAttribute("rows", behind.of(visit).stream().map(a -> new Row(a,
                        askings.events(a.id()).stream().filter(e -> e.what().equals("ASKED_BACK") || e.what().equals("ANSWERED_BACK")).toList(), promises.text(Promises.Of.SUPPORTER, a.promise(), locale))).toList())
                .addAttribute("line", line.standing(pass.holder()).name()).addAttribute("done", done.matches("agreed|declined|asked|over|contact") ? done : "");
        return "visit/volunteer";
    }

    @PostMapping("/{id:\\d{1,18}}/agree")
    String agree(Visit visit, @PathVariable long id, @RequestParam(required = false) String sure, @RequestParam(defaultValue = "0") String promise, Model model,
            HttpServletResponse response, Locale locale) {
        behind.check(visit, id);
        if (sure == null) {
            return wrong(visit, id, "sure", "asking-sure", model, response, locale);
        }
        return back(outcome(() -> answer.agree(id, promise.matches("\\d{1,4}") ? Integer.parseInt(promise) : 0, SupporterAgreements.How.OWN_PAGE) ? "agreed" : "over"));
    }

    @PostMapping("/{id:\\d{1,18}}/decline")
    String decline(Visit visit, @PathVariable long id, @RequestParam(defaultValue = "NOT_TOLD") String reason) {
        behind.check(visit, id);
        return back(outcome(() -> {
            answer.decline(id, Arrays.stream(DeclineReason.values()).filter(r -> r.name().equals(reason)).findFirst().orElse(DeclineReason.NOT_TOLD),
                    SupporterAgreements.How.OWN_PAGE);
            return "declined";
        }));
    }

    @PostMapping("/{id:\\d{1,18}}/ask")
    String askBack(Visit visit, @PathVariable long id, @RequestParam(defaultValue = "") String words, Model model, HttpServletResponse response, Locale locale) {
        behind.check(visit, id);
        if (words.isBlank() || words.strip().length() > AnswerQuestion.LONGEST) {
            model.addAttribute("words", words);
            return wrong(visit, id, "words", "asking-words", model, response, locale);
        }
        return back(outcome(() -> {
            answer.askBack(id, words.strip());
            return "asked";
        }));
    }

    private interface Act {
        String done();
    }

    /** Whoever answers what is over meanwhile reads so on the page. */
    private static String outcome(Act act) {
        try {
            return act.done();
        } catch (Problem over) {
            if (!over.kind().equals("asking-over")) {
                throw over;
            }
            return "over";
        }
    }

    private String wrong(Visit visit, long id, String field, String kind, Model model, HttpServletResponse response, Locale locale) {
        model.addAttribute("problems", List.of(new FieldProblem(field + "-" + id, kind, AnswerQuestion.LONGEST)));
        response.setStatus(422);
        return show(visit, "", model, locale);
    }

    private static String back(String done) {
        return "redirect:/v/volunteer?done=" + done;
    }
}
