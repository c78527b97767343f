package jp.michishirube.plan.versions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import jp.michishirube.plan.form.AnswerText;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.plan.kept.PlanTexts;
import org.springframework.stereotype.Component;

/** Where an answer came from, in words: 「都市OSから（2026年11月1日時点）」「連携値を修正」「入力が必要です」. */
@Component
public class ProvenanceBadge {

    private final PlanTexts texts;

    ProvenanceBadge(PlanTexts texts) {
        this.texts = texts;
    }

    /** @param todo the field is required, applies, and has no answer */
    public FieldView.Badge of(FormField field, JsonNode entry, boolean todo, Locale locale) {
        if (Provenance.isLinked(entry)) {
            return new FieldView.Badge("linked", from(entry, locale), null);
        }
        if (Provenance.isEdited(entry)) {
            String original = entry.has("original") ? AnswerText.of(field, entry.get("original"), locale) : "";
            return new FieldView.Badge("edited", texts.get("plan.badge.edited", locale),
                    original.isEmpty() ? from(entry, locale) : texts.get("plan.badge.original", locale, from(entry, locale), original));
        }
        return todo ? new FieldView.Badge("todo", texts.get("plan.badge.todo", locale), null) : null;
    }

    /**
     * For a field without an answer: a holder that may know it did not answer, which is not the same as empty.
     *
     * @param failed the holders that did not answer
     * @return null when the field waits for none of them
     */
    public FieldView.Badge notFetched(FormField field, boolean todo, Set<Holder> failed, Locale locale) {
        for (Holder holder : failed) {
            if (field.links().stream().anyMatch(l -> Holder.ofLink(l).filter(holder::equals).isPresent())) {
                String text = texts.get("plan.badge.not-fetched", locale, texts.holder(holder.name(), locale));
                return todo ? new FieldView.Badge("todo", texts.get("plan.badge.todo", locale), text) : new FieldView.Badge("failed", text, null);
            }
        }
        return null;
    }

    /** For a cell that a person filled in a row that came from a holder: the row's badge does not speak for it. */
    public FieldView.Badge typed(Locale locale) {
        return new FieldView.Badge("typed", texts.get("plan.badge.typed", locale), null);
    }

    public String from(JsonNode entry, Locale locale) {
        String holder = texts.holder(entry.path("holder").asText(), locale);
        return entry.has("asOf")
                ? texts.get("plan.badge.linked-as-of", locale, holder, PlanTexts.day(Instant.parse(entry.path("asOf").asText()), locale))
                : texts.get("plan.badge.linked", locale, holder);
    }

    /** One badge for a whole row: its cells came together, so they need not say it nine times. */
    public FieldView.Badge ofRow(ObjectNode provenance, String address, Locale locale) {
        List<String> entries = Provenance.under(provenance, address);
        Set<String> from = new TreeSet<>();
        boolean edited = false;
        for (String at : entries) {
            JsonNode entry = provenance.get(at);
            if (entry.has("holder")) {
                from.add(from(entry, locale));
                edited |= !Provenance.isLinked(entry);
            }
        }
        if (from.isEmpty()) {
            return null;
        }
        return edited ? new FieldView.Badge("edited", texts.get("plan.badge.edited", locale), String.join(" ", from))
                : new FieldView.Badge("linked", String.join(" ", from), null);
    }
}
