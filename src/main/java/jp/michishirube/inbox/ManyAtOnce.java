package jp.michishirube.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import jp.michishirube.problem.Problem;
import jp.michishirube.problem.ProblemDetails;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Does one thing to many steps: each in a transaction of its own, done or refused by itself, and told so. */
@Component
class ManyAtOnce {

    private final TakeStep steps;
    private final ProblemDetails problems;

    ManyAtOnce(TakeStep steps, ProblemDetails problems) {
        this.steps = steps;
        this.problems = problems;
    }

    /**
     * @param done    case numbers
     * @param refused case number, where the person may know it, and reason
     * @param held    tasks that a colleague has: whether to take them over is asked
     */
    record Report(List<String> done, List<String> refused, List<String> held) {}

    Report each(List<String> tasks, Consumer<String> act, Locale locale) {
        Report report = new Report(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String task : tasks) {
            WorkItem item = steps.find(task).orElse(null);
            String number = item == null ? "" : item.caseNumber();
            try {
                act.accept(task);
                report.done.add(number);
            } catch (Problem refused) {
                if (refused.kind().equals("already-taken") && item != null && item.assignee() != null) {
                    report.held.add(task);
                } else {
                    report.refused.add((number + " " + problems.sentence(refused, locale)).strip());
                }
            } catch (ConcurrencyFailureException e) {
                report.refused.add((number + " " + problems.sentence(Problem.conflict("changed-meanwhile"), locale)).strip());
            }
        }
        return report;
    }
}
