package jp.michishirube.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.michishirube.document.PrintedPlan.Row;
import jp.michishirube.plan.Provenance;
import jp.michishirube.plan.form.AnswerText;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.Holder;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** One question's answer as rows of print: one, or several for repeated entries; none where nothing was answered. */
@Component
class PlanRows {

    private final MessageSource messages;

    PlanRows(MessageSource messages) {
        this.messages = messages;
    }

    /** @param provenance printed as badges, on drafts; null to leave them out */
    Stream<Row> of(FormField field, ObjectNode answers, JsonNode provenance, PlanReader reader) {
        if (!field.printed() || field.kind().isAttachment()) {
            return Stream.empty();
        }
        JsonNode value = Answers.get(answers, field.pointer());
        if (field.isGroup()) {
            return value == null ? Stream.empty() : entries(field, value, provenance, reader);
        }
        String text = AnswerText.of(field, value, Locale.JAPANESE);
        return text.isEmpty() || !reader.sees(field) ? Stream.empty()
                : Stream.of(new Row(field.label(), text, badge(provenance, field.pointer()), 0));
    }

    private Stream<Row> entries(FormField group, JsonNode entries, JsonNode provenance, PlanReader reader) {
        List<Row> rows = new ArrayList<>();
        int item = 0;
        for (JsonNode entry : entries) {
            String key = entry.path(Answers.KEY).asText();
            List<Row> cells = new ArrayList<>();
            for (FormField column : group.columns()) {
                String text = column.printed() && !column.kind().isAttachment() && reader.sees(group, column, entry)
                        ? AnswerText.of(column, entry.get(column.key()), Locale.JAPANESE) : "";
                if (!text.isEmpty()) {
                    cells.add(new Row(column.label(), text, badge(provenance, group.pointer() + "/" + key + "/" + column.key()), item + 1));
                }
            }
            if (!cells.isEmpty()) {
                item++;
                int number = item;
                group.rows().stream().filter(r -> r.code().equals(key)).findFirst()
                        .ifPresent(r -> rows.add(new Row(rowLabel(group), r.label(), "", number)));
                rows.addAll(cells);
            }
        }
        return rows.stream();
    }

    String rowLabel(FormField group) {
        return group.rowLabel() == null || group.rowLabel().isBlank()
                ? messages.getMessage("signing.print.kind", null, Locale.JAPANESE) : group.rowLabel();
    }

    private String badge(JsonNode provenance, String address) {
        JsonNode entry = provenance == null ? null : provenance.get(address);
        if (entry == null || !Provenance.isLinked(entry)) {
            return "";
        }
        String holder = entry.path("holder").asText();
        String label = java.util.Arrays.stream(Holder.values()).filter(h -> h.name().equals(holder) || h.prefix().equals(holder))
                .findFirst().map(Holder::label).orElse(holder);
        return messages.getMessage(label, null, holder, Locale.JAPANESE);
    }
}
