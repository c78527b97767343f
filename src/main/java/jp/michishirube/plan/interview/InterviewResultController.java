package jp.michishirube.plan.interview;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.casefile.Step;
import jp.michishirube.japanese.DateReader;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 「計画を作れないとき」: the other results of an interview. */
@Controller
@RequestMapping("/cases/{number}/interview/result")
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER')")
class InterviewResultController {

    private final OpenInterview interviews;
    private final EndInterview endInterview;
    private final ContactAttempts attempts;
    private final EndRest endRest;

    InterviewResultController(OpenInterview interviews, EndInterview endInterview, ContactAttempts attempts, EndRest endRest) {
        this.interviews = interviews;
        this.endInterview = endInterview;
        this.attempts = attempts;
        this.endRest = endRest;
    }

    /** What the person entered, given back when something is wrong: the result, or one more attempt. */
    record Entered(String choice, String resumeOn, String note, String day, String way, String attemptNote) {

        static final Entered NOTHING = new Entered("", "", "", "", "", "");
    }

    @GetMapping
    String page(@PathVariable String number, Model model) {
        return show(number, model, Entered.NOTHING);
    }

    private String show(String number, Model model, Entered entered) {
        OpenInterview.At at = interviews.of(number, "plan");
        if (at.step() != Step.INTERVIEW_RESIDENT) {
            return "redirect:/cases/" + number;
        }
        model.addAttribute("caseFile", at.caseFile());
        model.addAttribute("activeTab", "plan");
        model.addAttribute("reasons", EndInterview.REASONS);
        model.addAttribute("fees", endInterview.fees());
        model.addAttribute("attempts", attempts.of(at.caseFile().id()));
        model.addAttribute("ways", ContactAttempt.Way.values());
        model.addAttribute("outcomes", List.of(Outcome.PAUSED, Outcome.INFORMATION_ONLY, Outcome.NOT_ELIGIBLE, Outcome.REFUSED));
        model.addAttribute("entered", entered);
        return "plan/result";
    }

    @PostMapping
    String record(@PathVariable String number, @RequestParam(defaultValue = "") String choice, @RequestParam(defaultValue = "") String resumeOn, @RequestParam(defaultValue = "") String note, Model model,
            HttpServletResponse response, RedirectAttributes flash) {
        OpenInterview.At at = interviews.of(number, "plan");
        at.stepOrRefuse();
        try {
            String[] parts = choice.split("/", 2);
            Outcome outcome = EndInterview.OUTCOMES.stream().filter(o -> o.name().equals(parts[0])).findFirst()
                    .orElseThrow(() -> Problem.invalid("plan-fields-wrong", List.of(new FieldProblem("reason", "reason-missing"))));
            endInterview.record(at.caseFile().id(), outcome, parts.length < 2 ? "" : parts[1], day("resumeOn", resumeOn), note);
        } catch (Problem problem) {
            return wrong(number, problem, model, response, new Entered(choice, resumeOn, note, "", "", ""));
        }
        flash.addFlashAttribute("notice", "plan.result.recorded");
        return "redirect:/cases/" + number;
    }

    @PostMapping("/attempts")
    String attempt(@PathVariable String number, @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String attemptNote, Model model, HttpServletResponse response, RedirectAttributes flash) {
        OpenInterview.At at = interviews.of(number, "plan");
        at.stepOrRefuse();
        try {
            attempts.note(at.caseFile().id(), day("day", day), PlanStepAct.way(way), attemptNote);
        } catch (Problem problem) {
            return wrong(number, problem, model, response, new Entered("", "", "", day, way, attemptNote));
        }
        flash.addFlashAttribute("notice", "plan.attempt.noted");
        return "redirect:/cases/" + number + "/interview/result#attempts";
    }

    @PostMapping("/resume")
    String resume(@PathVariable String number, RedirectAttributes flash) {
        endRest.now(interviews.of(number, "plan").caseFile().id());
        flash.addFlashAttribute("notice", "plan.rest.ended");
        return "redirect:/cases/" + number + "/interview";
    }

    private String wrong(String number, Problem problem, Model model, HttpServletResponse response, Entered entered) {
        model.addAttribute("problems", problem.fieldsOrThrow());
        response.setStatus(problem.status().value());
        return show(number, model, entered);
    }

    private static LocalDate day(String field, String typed) {
        return typed.isBlank() ? null : DateReader.typed(typed)
                .orElseThrow(() -> Problem.invalid("plan-fields-wrong", List.of(new FieldProblem(field, "no-such-date"))));
    }
}
