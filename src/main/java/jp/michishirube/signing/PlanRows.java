package jp.michishirube.signing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.michishirube.document.PrintedPlan.Row;
import jp.michishirube.plan.versions.Provenance;
import jp.michishirube.plan.form.AskedQuestion;
import jp.michishirube.plan.form.AskedRow;
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
    Stream<Row> of(AskedQuestion question, JsonNode provenance, PlanReader reader) {
        if (!question.field().printed() || !question.isAnswered()) {
            return Stream.empty();
        }
        return question.field().isGroup() ? question.rows().stream().flatMap(r -> entry(question.field(), r, provenance, reader))
                : cell(question, provenance, reader, 0);
    }

    private Stream<Row> entry(FormField group, AskedRow entry, JsonNode provenance, PlanReader reader) {
        List<Row> cells = entry.asked().flatMap(c -> cell(c, provenance, reader, entry.number())).toList();
        Row heading = cells.isEmpty() || entry.place().fixed() == null ? null : new Row(rowLabel(group), entry.label(Locale.JAPANESE), "", entry.number());
        return Stream.concat(Stream.ofNullable(heading), cells.stream());
    }

    private Stream<Row> cell(AskedQuestion q, JsonNode provenance, PlanReader reader, int item) {
        String text = q.field().printed() && !q.field().kind().isAttachment() && reader.sees(q) ? q.text(Locale.JAPANESE) : "";
        return text.isEmpty() ? Stream.empty() : Stream.of(new Row(q.field().label(), text, badge(provenance, q.address().toString()), item));
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
