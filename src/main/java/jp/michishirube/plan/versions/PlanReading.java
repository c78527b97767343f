package jp.michishirube.plan.versions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import jp.michishirube.plan.form.AskedQuestion;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.FormField;
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
    public List<ReadSection> of(FilledPlan plan, JsonNode provenance, Predicate<FormField> visible, boolean empty, Locale locale) {
        List<ReadSection> sections = new ArrayList<>();
        plan.sections().forEach(section -> {
            List<ReadRow> rows = section.asked().flatMap(AskedQuestion::withCells)
                    .filter(q -> !q.field().isGroup() && q.applies() && (empty || q.isAnswered()) && visible.test(q.field()))
                    .map(q -> row(q, provenance, locale)).toList();
            if (!rows.isEmpty()) {
                sections.add(new ReadSection(section.section().key(), section.section().title(locale), rows));
            }
        });
        return sections;
    }

    private ReadRow row(AskedQuestion question, JsonNode provenance, Locale locale) {
        String address = question.address().toString();
        String text = question.text(locale);
        FieldView.Badge badge = text.isEmpty() ? null : badges.of(question.field(), provenance.get(address), false, locale);
        return new ReadRow(address, question.field(), question.row() == null ? null : question.row().label(locale), question.field().label(locale), text,
                badge == null ? null : badge.text());
    }
}
