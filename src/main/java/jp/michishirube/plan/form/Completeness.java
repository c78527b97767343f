package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.problem.FieldProblem;

/** What the form still needs before a plan can be submitted. Sections and fields whose condition does not hold are not asked for. */
public final class Completeness {

    private final ObjectNode answers;
    private final List<FieldProblem> missing = new ArrayList<>();

    private Completeness(ObjectNode answers) {
        this.answers = answers;
    }

    /** @return one problem of kind {@code required} per missing field, its address as the field, in the order of the form */
    public static List<FieldProblem> missing(PlanForm form, ObjectNode answers) {
        Completeness check = new Completeness(answers);
        for (FormSection section : form.sections()) {
            if (section.when() == null || section.when().holds(answers, null)) {
                section.fields().forEach(f -> check.field(f, f.pointer(), null));
            }
        }
        return check.missing;
    }

    /** The same, counted: each section of the form by its key, 0 where nothing is missing. */
    public static Map<String, Integer> bySection(PlanForm form, ObjectNode answers) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        form.sections().forEach(s -> counts.put(s.key(), 0));
        missing(form, answers).forEach(p -> counts.merge(p.field().split("/")[1], 1, Integer::sum));
        return counts;
    }

    private void field(FormField field, String address, JsonNode row) {
        if (field.when() != null && !field.when().holds(answers, row)) {
            return;
        }
        JsonNode value = row == null ? Answers.get(answers, address) : row.get(field.key());
        if (field.isGroup()) {
            group(field, value);
        } else if (field.required() && Answers.isEmpty(value) && !standsIn(field, row)) {
            missing.add(new FieldProblem(address, "required"));
        }
    }

    private void group(FormField group, JsonNode rows) {
        if (group.hasFixedRows()) {
            for (Choice hazard : group.rows()) {
                JsonNode row = Answers.row(rows, hazard.code());
                row(group, hazard.code(), row == null ? com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode() : row);
            }
            return;
        }
        if (group.required() && Answers.isEmpty(rows)) {
            missing.add(new FieldProblem(group.pointer(), "required"));
        } else if (rows != null) {
            for (int i = 0; i < rows.size(); i++) {
                if (!Answers.isEmpty(rows.get(i))) {
                    row(group, rows.get(i).path(Answers.KEY).asText(String.valueOf(i)), rows.get(i));
                }
            }
        }
    }

    private void row(FormField group, String key, JsonNode row) {
        if (!group.hasFixedRows() || group.required() || !Answers.isEmpty(row)) {
            group.columns().forEach(c -> field(c, group.pointer() + "/" + key + "/" + c.key(), row));
        }
    }

    private boolean standsIn(FormField field, JsonNode row) {
        String other = field.requiredUnless();
        if (other == null) {
            return false;
        }
        JsonNode value = other.startsWith("./") ? (row == null ? null : row.get(other.substring(2))) : Answers.get(answers, other);
        return !Answers.isEmpty(value);
    }
}
