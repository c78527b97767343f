package jp.michishirube.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import jp.michishirube.plan.form.AnswerText;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.Choice;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.FormSection;
import jp.michishirube.plan.form.PlanForm;
import org.springframework.stereotype.Component;

/**
 * A plan as people read it: sections of label and value with where each came from. The read-only page, the review page, the printed
 * plan and a recipient's view are all made of it, each with the fields its reader may see.
 */
@Component
public class PlanReading {

    private final ProvenanceBadge badges;

    PlanReading(ProvenanceBadge badges) {
        this.badges = badges;
    }

    /** @param key section of the form */
    public record ReadSection(String key, String title, List<ReadRow> rows) {}

    /**
     * @param address of the answer
     * @param group   what the row belongs to, such as 「支援者 1」 or 「洪水」; null outside repeated groups
     * @param value   empty where nothing is answered
     * @param badge   where it came from, in words; null for typed answers
     */
    public record ReadRow(String address, FormField field, String group, String label, String value, String badge) {}

    /**
     * @param visible which fields the reader may see; asked for columns of groups too
     * @param empty   whether questions without an answer are listed
     */
    public List<ReadSection> of(PlanForm form, ObjectNode answers, JsonNode provenance, Predicate<FormField> visible, boolean empty, Locale locale) {
        List<ReadSection> sections = new ArrayList<>();
        for (FormSection section : form.sections()) {
            if (section.when() != null && !section.when().holds(answers, null)) {
                continue;
            }
            List<ReadRow> rows = new ArrayList<>();
            for (FormField field : section.fields()) {
                if (field.when() != null && !field.when().holds(answers, null)) {
                    continue;
                }
                if (field.isGroup()) {
                    group(field, answers, provenance, visible, empty, locale, rows);
                } else if (visible.test(field)) {
                    row(field, field.pointer(), null, Answers.get(answers, field.pointer()), provenance, empty, locale, rows);
                }
            }
            if (!rows.isEmpty()) {
                sections.add(new ReadSection(section.key(), section.title(locale), rows));
            }
        }
        return sections;
    }

    private void group(FormField group, ObjectNode answers, JsonNode provenance, Predicate<FormField> visible, boolean empty, Locale locale, List<ReadRow> rows) {
        JsonNode given = Answers.get(answers, group.pointer());
        if (group.hasFixedRows()) {
            for (Choice choice : group.rows()) {
                ObjectNode row = Answers.row(given, choice.code());
                cells(group, choice.code(), choice.label(locale), row == null ? JsonNodeFactory.instance.objectNode() : row, provenance, visible, empty, locale, rows);
            }
        } else if (given != null) {
            int n = 0;
            for (JsonNode row : given) {
                n++;
                cells(group, row.path(Answers.KEY).asText(String.valueOf(n)), group.rowLabel(locale) + " " + n, row, provenance, visible, empty, locale, rows);
            }
        }
    }

    private void cells(FormField group, String key, String name, JsonNode row, JsonNode provenance, Predicate<FormField> visible, boolean empty,
            Locale locale, List<ReadRow> rows) {
        for (FormField column : group.columns()) {
            if (visible.test(column)) {
                row(column, group.pointer() + "/" + key + "/" + column.key(), name, row.get(column.key()), provenance, empty, locale, rows);
            }
        }
    }

    private void row(FormField field, String address, String group, JsonNode value, JsonNode provenance, boolean empty, Locale locale, List<ReadRow> rows) {
        String text = AnswerText.of(field, value, locale);
        if (!text.isEmpty() || empty) {
            FieldView.Badge badge = text.isEmpty() ? null : badges.of(field, provenance.get(address), false, locale);
            rows.add(new ReadRow(address, field, group, field.label(locale), text, badge == null ? null : badge.text()));
        }
    }
}
