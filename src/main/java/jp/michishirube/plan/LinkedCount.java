package jp.michishirube.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.Choice;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.FormSection;
import jp.michishirube.plan.form.PlanForm;

/**
 * "24 of 52 items were filled for you": questions that apply now, and those answered by linkage that nobody edited. A repeated group
 * is one item, counted as linked only when every row is; a fixed row (a hazard) is one item.
 */
public record LinkedCount(int linked, int all) {

    static LinkedCount of(PlanForm form, ObjectNode answers, ObjectNode provenance) {
        int linked = 0;
        int all = 0;
        for (FormSection section : form.sections()) {
            if (section.when() != null && !section.when().holds(answers, null)) {
                continue;
            }
            for (FormField field : section.fields()) {
                if (field.when() != null && !field.when().holds(answers, null)) {
                    continue;
                }
                JsonNode value = Answers.get(answers, field.pointer());
                if (field.hasFixedRows()) {
                    all += field.rows().size();
                    for (Choice row : field.rows()) {
                        linked += linked(provenance, field.pointer() + "/" + row.code(), Answers.row(value, row.code())) ? 1 : 0;
                    }
                } else {
                    all++;
                    linked += linked(provenance, field.pointer(), value) ? 1 : 0;
                }
            }
        }
        return new LinkedCount(linked, all);
    }

    private static boolean linked(ObjectNode provenance, String address, JsonNode value) {
        if (Answers.isEmpty(value)) {
            return false;
        }
        List<String> entries = Provenance.under(provenance, address);
        return !entries.isEmpty() && entries.stream().allMatch(a -> Provenance.isLinked(provenance.get(a)));
    }
}
