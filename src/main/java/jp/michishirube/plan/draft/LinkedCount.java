package jp.michishirube.plan.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jp.michishirube.plan.form.Address;
import jp.michishirube.plan.form.AskedQuestion;
import jp.michishirube.plan.form.AskedSection;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.versions.Provenance;

/**
 * "24 of 52 items were filled for you": questions that apply now, and those answered by linkage that nobody edited. A repeated group
 * is one item, counted as linked only when every row is; a fixed row (a hazard) is one item.
 */
public record LinkedCount(int linked, int all) {

    public static LinkedCount of(FilledPlan plan, ObjectNode provenance) {
        int linked = 0;
        int all = 0;
        for (AskedSection section : plan.sections()) {
            for (AskedQuestion question : section.asked().toList()) {
                if (question.field().hasFixedRows()) {
                    all += question.rows().size();
                    linked += (int) question.rows().stream().filter(r -> linked(provenance, r.address(), !r.isEmpty())).count();
                } else {
                    all++;
                    linked += linked(provenance, question.address(), question.isAnswered()) ? 1 : 0;
                }
            }
        }
        return new LinkedCount(linked, all);
    }

    private static boolean linked(ObjectNode provenance, Address address, boolean answered) {
        if (!answered) {
            return false;
        }
        List<String> entries = Provenance.under(provenance, address.toString());
        return !entries.isEmpty() && entries.stream().allMatch(a -> Provenance.isLinked(provenance.get(a)));
    }
}
