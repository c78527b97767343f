package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The answers that apply: those that the form asks and whose section's and field's condition holds. The draft keeps the others, in case
 * the branch returns, and because an older form asked them.
 */
public final class Applicable {

    private Applicable() {}

    public static ObjectNode of(PlanForm form, ObjectNode answers) {
        ObjectNode kept = asked(form, answers);
        for (FormSection section : form.sections()) {
            if (section.when() != null && !section.when().holds(answers, null)) {
                kept.remove(section.key());
                continue;
            }
            for (FormField field : section.fields()) {
                if (field.when() != null && !field.when().holds(answers, null)) {
                    Answers.put(form, kept, field.pointer(), null);
                } else if (field.isGroup() && Answers.get(kept, field.pointer()) instanceof ArrayNode rows) {
                    rows(field, answers, rows);
                }
            }
            if (kept.get(section.key()) instanceof ObjectNode object && object.isEmpty()) {
                kept.remove(section.key());
            }
        }
        return kept;
    }

    private static ObjectNode asked(PlanForm form, ObjectNode answers) {
        ObjectNode kept = answers.deepCopy();
        kept.retain(form.sections().stream().map(FormSection::key).toList());
        kept.properties().forEach(section -> {
            if (section.getValue() instanceof ObjectNode fields) {
                fields.retain(keys(form.section(section.getKey()).orElseThrow().fields()));
            }
        });
        form.fields().filter(FormField::isGroup).forEach(group -> {
            if (Answers.get(kept, group.pointer()) instanceof ArrayNode rows) {
                List<String> columns = new ArrayList<>(keys(group.columns()));
                columns.add(Answers.KEY);
                rows.forEach(row -> ((ObjectNode) row).retain(columns));
            }
        });
        return kept;
    }

    private static List<String> keys(List<FormField> fields) {
        return fields.stream().map(FormField::key).toList();
    }

    private static void rows(FormField group, ObjectNode answers, ArrayNode rows) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            JsonNode row = rows.get(i);
            if (Answers.isEmpty(row)) {
                rows.remove(i);
                continue;
            }
            group.columns().stream().filter(c -> c.when() != null && !c.when().holds(answers, row))
                    .forEach(c -> ((ObjectNode) row).remove(c.key()));
        }
    }
}
