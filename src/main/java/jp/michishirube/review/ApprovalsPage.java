package jp.michishirube.review;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.ListPlace;
import jp.michishirube.casefile.Step;
import jp.michishirube.problem.Problem;
import jp.michishirube.problem.ProblemDetails;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Several plans approved at once: each is shown with what speaks against it, checked again by itself, and its end told by itself. */
@Controller
@RequestMapping("/approvals")
@PreAuthorize("hasAnyRole('REVIEWER','OFFICE_LEADER')")
class ApprovalsPage {

    private static final int MOST = 50;

    private final ApprovalLines lines;
    private final CaseAccess access;
    private final ApprovePlan approve;
    private final ProblemDetails problems;

    ApprovalsPage(ApprovalLines lines, CaseAccess access, ApprovePlan approve, ProblemDetails problems) {
        this.lines = lines;
        this.access = access;
        this.approve = approve;
        this.problems = problems;
    }

    @GetMapping
    String show(@RequestParam(name = "case", required = false) List<String> numbers, Model model, HttpServletRequest request) {
        List<ApprovalLines.Line> shown = new ArrayList<>();
        int hidden = 0;
        for (String number : numbers == null ? List.<String>of() : numbers.stream().distinct().limit(MOST).toList()) {
            try {
                shown.add(lines.of(new CaseNumber(number)));
            } catch (Problem | IllegalArgumentException e) {
                hidden++;
            }
        }
        model.addAttribute("nav", "inbox").addAttribute("lines", shown).addAttribute("hidden", hidden).addAttribute("back", ListPlace.of(request))
                .addAttribute("possible", shown.stream().anyMatch(l -> l.obstacle() == null));
        return "review/approvals";
    }

    /** @param plans case number, {@code @}, the version that was shown: another one by now is refused */
    @PostMapping
    String approve(@RequestParam(name = "plan", required = false) List<String> plans, @RequestParam(required = false) String note,
            RedirectAttributes redirect, HttpServletRequest request, Locale locale) {
        List<String> done = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (String plan : plans == null ? List.<String>of() : plans.stream().distinct().limit(MOST).toList()) {
            String number = plan.substring(0, Math.max(0, plan.indexOf('@')));
            Optional<Problem> problem = approve(number, plan.substring(plan.indexOf('@') + 1), note);
            problem.ifPresentOrElse(p -> refused.add(number + " " + problems.sentence(p, locale)), () -> done.add(number));
        }
        redirect.addFlashAttribute("act", "approve");
        redirect.addFlashAttribute("done", done);
        redirect.addFlashAttribute("refused", refused);
        return "redirect:" + ListPlace.of(request);
    }

    private Optional<Problem> approve(String number, String version, String note) {
        try {
            approve.approve(access.openForStep(new CaseNumber(number), Step.REVIEW_PLAN), Integer.parseInt(version), note);
            return Optional.empty();
        } catch (Problem refused) {
            return Optional.of(refused);
        } catch (ConcurrencyFailureException e) {
            return Optional.of(Problem.conflict("changed-meanwhile"));
        } catch (IllegalArgumentException e) {
            return Optional.of(Problem.badRequest("unreadable-request"));
        }
    }
}
