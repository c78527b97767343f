package jp.michishirube.plan.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.problem.FieldProblem;

/** What the form still needs before a plan can be submitted. What does not apply, and what the city fills, is not asked of the office. */
public final class Completeness {

    private final FilledPlan plan;
    private final List<FieldProblem> missing = new ArrayList<>();

    private Completeness(FilledPlan plan) {
        this.plan = plan;
    }

    /** @return one problem of kind {@code required} per missing field, its address as the field, in the order of the form */
    public static List<FieldProblem> missing(FilledPlan plan) {
        Completeness check = new Completeness(plan);
        plan.sections().stream().filter(s -> !s.section().isFilledByCity()).flatMap(AskedSection::asked).forEach(q -> {
            if (q.field().isGroup()) {
                check.group(q);
            } else {
                check.question(q);
            }
        });
        return check.missing;
    }

    /** The same, counted: each section of the form by its key, 0 where nothing is missing. */
    public static Map<String, Integer> bySection(FilledPlan plan) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        plan.sections().forEach(s -> counts.put(s.section().key(), 0));
        missing(plan).forEach(p -> plan.form().address(p.field()).ifPresent(a -> counts.merge(a.section(), 1, Integer::sum)));
        return counts;
    }

    private void group(AskedQuestion group) {
        if (!group.field().hasFixedRows() && group.field().required() && !group.isAnswered()) {
            missing.add(new FieldProblem(group.address().toString(), "required"));
            return;
        }
        boolean all = group.field().hasFixedRows() && group.field().required();
        group.rows().stream().filter(r -> all || !r.isEmpty()).forEach(r -> r.asked().forEach(this::question));
    }

    private void question(AskedQuestion question) {
        if (question.field().required() && !question.isAnswered() && !standsIn(question)) {
            missing.add(new FieldProblem(question.address().toString(), "required"));
        }
    }

    private boolean standsIn(AskedQuestion question) {
        String other = question.field().requiredUnless();
        return other != null && plan.at(question.address().resolve(other)).filter(AskedQuestion::isAnswered).isPresent();
    }
}
