package jp.michishirube.plan.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.michishirube.plan.form.Address;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.AskedQuestion;
import jp.michishirube.plan.form.AskedRow;
import jp.michishirube.plan.form.FieldRule;
import jp.michishirube.plan.form.FieldValue;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.versions.Provenance;

/**
 * Puts offered facts into the answers. What a person typed, edited, cleared or confirmed is never touched; an untouched linked value
 * gives way to a newer one of the same holder, or to a holder that the form ranks higher.
 */
final class FactMerge {

    private final PlanForm form;
    private final ObjectNode answers;
    private final ObjectNode provenance;
    private final Offer offer;
    private final LocalDate today;
    /** Links whose value the field cannot take: an outside system spoke nonsense. */
    private final List<String> rejected = new ArrayList<>();

    record Offer(Holder holder, Instant asOf, Long consentRecordId, ObjectNode facts) {}

    private FactMerge(PlanForm form, ObjectNode answers, ObjectNode provenance, Offer offer, LocalDate today) {
        this.form = form;
        this.answers = answers;
        this.provenance = provenance;
        this.offer = offer;
        this.today = today;
    }

    /** Changes {@code answers} and {@code provenance}; returns the links that were refused. */
    static List<String> into(PlanForm form, ObjectNode answers, ObjectNode provenance, Offer offer, LocalDate today) {
        FactMerge merge = new FactMerge(form, answers, provenance, offer, today);
        FilledPlan.of(form, answers).sections().forEach(s -> s.questions().forEach(merge::question));
        return merge.rejected;
    }

    private void question(AskedQuestion question) {
        FormField field = question.field();
        for (String link : field.links()) {
            JsonNode fact = offer.facts().get(link);
            if (Holder.ofLink(link).filter(offer.holder()::equals).isEmpty() || Answers.isEmpty(fact)) {
                continue;
            }
            if (field.hasFixedRows()) {
                fixedRows(question, link, fact);
            } else if (field.isGroup()) {
                rows(question, link, fact);
            } else {
                cell(field, field, question.address().toString(), link, fact);
            }
        }
    }

    private void cell(FormField field, FormField linked, String address, String link, JsonNode fact) {
        JsonNode value = usable(field, address, fact);
        if (value == null) {
            rejected.add(link);
            return;
        }
        JsonNode entry = provenance.get(address);
        boolean free = entry == null ? Answers.isEmpty(Answers.get(answers, address)) : givesWay(entry, linked);
        if (free && !value.isNull()) {
            Answers.put(form, answers, address, value);
            provenance.set(address, Provenance.linked(offer.holder(), offer.asOf(), offer.consentRecordId()));
        }
    }

    private boolean givesWay(JsonNode entry, FormField linked) {
        if (!Provenance.isLinked(entry) || Provenance.isConfirmed(entry) || entry.has("passedOver")) {
            return false;
        }
        return Provenance.isFrom(entry, offer.holder())
                || rank(linked, offer.holder().name()) < rank(linked, entry.path("holder").asText());
    }

    private static int rank(FormField field, String holder) {
        for (int i = 0; i < field.links().size(); i++) {
            if (Holder.ofLink(field.links().get(i)).map(Holder::name).filter(holder::equals).isPresent()) {
                return i;
            }
        }
        return field.links().size();
    }

    /** @return the normalised value, or null when the field cannot take it */
    private JsonNode usable(FormField field, String address, JsonNode fact) {
        JsonNode value = FieldValue.normalise(field, fact);
        return FieldRule.problem(field, address, value, today).isPresent() ? null : value;
    }

    private void fixedRows(AskedQuestion group, String link, JsonNode facts) {
        for (AskedRow row : group.rows()) {
            for (JsonNode fact : facts) {
                if (row.key().equals(fact.path(Answers.KEY).asText(fact.path("hazard").asText()))) {
                    row.questions().forEach(c -> {
                        JsonNode said = fact.get(OfferedRows.nameOf(c.field(), offer.holder()));
                        if (!Answers.isEmpty(said)) {
                            cell(c.field(), group.field(), c.address().toString(), link, said);
                        }
                    });
                }
            }
        }
    }

    private void rows(AskedQuestion question, String link, JsonNode facts) {
        FormField group = question.field();
        List<String> entries = Provenance.under(provenance, group.pointer());
        boolean untouched = entries.stream().allMatch(a -> givesWay(provenance.get(a), group));
        if (!untouched || entries.isEmpty() && !Answers.isEmpty(question.value())) {
            return;
        }
        List<ObjectNode> rows = offered(group, link, facts);
        if (rows.isEmpty()) {
            return;
        }
        entries.forEach(provenance::remove);
        Answers.put(form, answers, group.pointer(), null);
        rows.forEach(row -> add(group, row));
    }

    /** The rows of the offer as the form can take them, each with a stable key of its holder. */
    private List<ObjectNode> offered(FormField group, String link, JsonNode facts) {
        List<ObjectNode> rows = new ArrayList<>();
        if (facts instanceof ArrayNode array) {
            for (int i = 0; i < array.size() && rows.size() < group.maxRows(); i++) {
                ObjectNode row = OfferedRows.row(group, offer.holder(), i, array.get(i), today);
                if (row == null) {
                    rejected.add(link);
                } else {
                    rows.add(row);
                }
            }
        } else {
            rejected.add(link);
        }
        return rows;
    }

    private void add(FormField group, ObjectNode row) {
        Address at = group.address().row(row.path(Answers.KEY).asText());
        Answers.put(form, answers, at.toString(), row);
        row.fieldNames().forEachRemaining(k -> {
            if (!k.equals(Answers.KEY)) {
                provenance.set(at.cell(k).toString(), Provenance.linked(offer.holder(), offer.asOf(), offer.consentRecordId()));
            }
        });
    }
}
