package jp.michishirube.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.casefile.Step;
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

    InterviewResultController(OpenInterview interviews, EndInterview endInterview) {
        this.interviews = interviews;
        this.endInterview = endInterview;
    }

    /** What the person entered, given back when something is wrong. */
    record Entered(String choice, Integer attempts, String resumeOn, String note) {}

    @GetMapping
    String page(@PathVariable String number, Model model) {
        return show(number, model, new Entered("", null, "", ""));
    }

    private String show(String number, Model model, Entered entered) {
        OpenInterview.At at = interviews.of(number, "plan");
        if (at.step() != Step.INTERVIEW_RESIDENT) {
            return "redirect:/cases/" + number;
        }
        model.addAttribute("caseFile", at.caseFile());
        model.addAttribute("activeTab", "plan");
        model.addAttribute("reasons", EndInterview.REASONS);
        model.addAttribute("outcomes", List.of(Outcome.PAUSED, Outcome.INFORMATION_ONLY, Outcome.NOT_ELIGIBLE, Outcome.REFUSED));
        model.addAttribute("entered", entered);
        return "plan/result";
    }

    @PostMapping
    String record(@PathVariable String number, @RequestParam(defaultValue = "") String choice, @RequestParam(required = false) String attempts,
            @RequestParam(defaultValue = "") String resumeOn, @RequestParam(defaultValue = "") String note, Model model,
            HttpServletResponse response, RedirectAttributes flash) {
        OpenInterview.At at = interviews.of(number, "plan");
        at.stepOrRefuse();
        Integer tries = attempts != null && attempts.matches("\\d{1,3}") ? Integer.valueOf(attempts) : null;
        try {
            String[] parts = choice.split("/", 2);
            Outcome outcome = EndInterview.OUTCOMES.stream().filter(o -> o.name().equals(parts[0])).findFirst()
                    .orElseThrow(() -> Problem.invalid("plan-fields-wrong", List.of(new FieldProblem("reason", "reason-missing"))));
            LocalDate day = resumeOn.isBlank() ? null : JapaneseDate.parse(resumeOn)
                    .orElseThrow(() -> Problem.invalid("plan-fields-wrong", List.of(new FieldProblem("resumeOn", "no-such-date"))));
            endInterview.record(at.caseFile().id(), outcome, parts.length < 2 ? "" : parts[1], tries, day, note);
        } catch (Problem problem) {
            if (problem.fields().isEmpty()) {
                throw problem;
            }
            response.setStatus(problem.status().value());
            model.addAttribute("problems", problem.fields());
            return show(number, model, new Entered(choice, tries, resumeOn, note));
        }
        flash.addFlashAttribute("notice", "plan.result.recorded");
        return "redirect:/cases/" + number;
    }
}
