package jp.michishirube.plan.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.michishirube.plan.form.AnswerText;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.FieldRule;
import jp.michishirube.plan.form.FieldValue;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.plan.versions.Provenance;

/**
 * A field for which holders, or a holder and what stands there, do not say the same.
 *
 * @param current what stands there, as people read it
 */
public record Disagreement(FormField field, String address, String current, List<Side> sides) {

    /** @param value for a repeated group: the rows that are not there yet */
    public record Side(Holder holder, Instant asOf, Long consentRecordId, JsonNode value, String text) {}

    public static List<Disagreement> in(FilledPlan plan, ObjectNode provenance, List<FactOffers.Kept> offers, Locale locale, LocalDate today) {
        List<Disagreement> found = new ArrayList<>();
        ObjectNode answers = plan.answers();
        plan.form().sections().forEach(s -> s.fields().stream().filter(FormField::isLinkable).forEach(f -> {
            if (f.hasFixedRows()) {
                f.rows().forEach(r -> f.columns().forEach(c -> cell(c, f, f.address().row(r.code()).cell(c.key()).toString(), r.code(), answers, provenance, offers, locale, today, found)));
            } else {
                cell(f, f, f.pointer(), null, answers, provenance, offers, locale, today, found);
            }
        }));
        found.removeIf(d -> plan.at(d.address()).filter(q -> !q.applies()).isPresent());
        return found;
    }

    private static void cell(FormField field, FormField linked, String address, String row, ObjectNode answers, ObjectNode provenance,
            List<FactOffers.Kept> offers, Locale locale, LocalDate today, List<Disagreement> found) {
        JsonNode current = Answers.get(answers, address);
        JsonNode entry = provenance.get(address);
        List<Side> sides = new ArrayList<>();
        for (FactOffers.Kept offer : offers) {
            if (!offer.hasFacts()) {
                continue;
            }
            JsonNode value = offered(field, linked, row, current, offer, today);
            boolean settled = value == null || value.equals(current) || entry != null && value.equals(entry.get("original"))
                    || Provenance.passedOver(entry, value);
            if (!settled && !(Answers.isEmpty(current) && entry == null && !field.isGroup())) {
                sides.add(new Side(offer.holder(), offer.asOf(), offer.consentRecordId(), value, AnswerText.of(field, value, locale)));
            }
        }
        if (!sides.isEmpty()) {
            found.add(new Disagreement(field, address, AnswerText.of(field, current, locale), sides));
        }
    }

    /** @return what the holder says of the field, in the form's own way of writing; null for nothing usable, or nothing new */
    private static JsonNode offered(FormField field, FormField linked, String row, JsonNode current, FactOffers.Kept offer, LocalDate today) {
        for (String link : linked.links()) {
            JsonNode fact = offer.facts().get(link);
            if (Answers.isEmpty(fact) || Holder.ofLink(link).filter(offer.holder()::equals).isEmpty()) {
                continue;
            }
            if (row != null) {
                for (JsonNode one : fact) {
                    if (row.equals(one.path(Answers.KEY).asText(one.path("hazard").asText())) && !Answers.isEmpty(one.get(OfferedRows.nameOf(field, offer.holder())))) {
                        return usable(field, one.get(OfferedRows.nameOf(field, offer.holder())), today);
                    }
                }
                return null;
            }
            return field.isGroup() ? newRows(field, current, offer.holder(), fact, today) : usable(field, fact, today);
        }
        return null;
    }

    private static JsonNode usable(FormField field, JsonNode fact, LocalDate today) {
        JsonNode value = FieldValue.normalise(field, fact);
        return value.isNull() || FieldRule.problem(field, field.pointer(), value, today).isPresent() ? null : value;
    }

    private static JsonNode newRows(FormField group, JsonNode current, Holder holder, JsonNode facts, LocalDate today) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < facts.size(); i++) {
            ObjectNode row = OfferedRows.row(group, holder, i, facts.get(i), today);
            if (row != null && !OfferedRows.known(group, current, row)) {
                rows.add(row);
            }
        }
        return rows.isEmpty() ? null : rows;
    }
}
