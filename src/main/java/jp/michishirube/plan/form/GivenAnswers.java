package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Answers that another system gives as a document, turned into changes by address: questions and rows that it does not name stay. What
 * the form does not ask stays in it under its name, to be refused.
 */
public final class GivenAnswers {

    private final PlanForm form;
    private final Map<String, JsonNode> changes = new LinkedHashMap<>();

    private GivenAnswers(PlanForm form) {
        this.form = form;
    }

    public static Map<String, JsonNode> changes(PlanForm form, ObjectNode answers) {
        GivenAnswers given = new GivenAnswers(form);
        answers.properties().forEach(section -> {
            if (section.getValue() instanceof ObjectNode fields) {
                fields.properties().forEach(f -> given.value(Address.ofQuestion(section.getKey(), f.getKey()), f.getValue()));
            } else {
                given.value(Address.ofSection(section.getKey()), section.getValue());
            }
        });
        return given.changes;
    }

    private void value(Address at, JsonNode value) {
        FormField field = form.field(at.toString()).orElse(null);
        if (field == null || !field.isGroup() || !value.isArray()) {
            changes.put(at.toString(), value);
            return;
        }
        for (JsonNode row : value) {
            String key = row.path(Answers.KEY).asText();
            if (field.hasFixedRows()) {
                cells(field.address().row(key), row);
            } else {
                changes.put(field.address().row(key.isEmpty() ? RowKeys.fresh() : key).toString(), row);
            }
        }
    }

    /** Fixed rows exist already: their cells are the changes. */
    private void cells(Address row, JsonNode cells) {
        cells.properties().stream().filter(e -> !e.getKey().equals(Answers.KEY)).forEach(e -> changes.put(row.cell(e.getKey()).toString(), e.getValue()));
    }
}
