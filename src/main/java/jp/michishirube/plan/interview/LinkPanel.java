package jp.michishirube.plan.interview;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jp.michishirube.plan.draft.Disagreement;
import jp.michishirube.plan.draft.FactOffers;
import jp.michishirube.plan.draft.LinkedCount;
import jp.michishirube.plan.form.FieldLabels;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.kept.PlanTexts;
import jp.michishirube.plan.versions.Provenance;
import jp.michishirube.plan.versions.ProvenanceBadge;

/**
 * What the page tells of linkage at its head: what came from where, what differs, what was not agreed, what could not be fetched.
 *
 * @param linked  one sentence per holder
 */
record LinkPanel(List<Part> linked, List<Choose> disagreements, List<String> notAgreed, List<String> notFetched) {

    record Part(String holder, int count, String day) {}

    /** @param from where the current value came from, in words; null when a person typed it */
    record Choose(String address, String label, String current, String from, List<Side> sides) {}

    record Side(String holder, String name, String day, String text) {}

    static LinkPanel of(FilledPlan plan, ObjectNode provenance, List<Disagreement> disagreements, List<FactOffers.Kept> offers,
            ProvenanceBadge badges, PlanTexts texts, Locale locale) {
        List<Part> linked = new ArrayList<>();
        LinkedCount.byHolder(plan, provenance).forEach((holder, items) -> linked.add(new Part(
                holder.equals(LinkedCount.SEVERAL) ? texts.get("plan.links.several", locale) : texts.holder(holder, locale), items.size(),
                holder.equals(LinkedCount.SEVERAL) ? null : asOf(provenance, holder, locale))));
        linked.sort(Comparator.comparing(Part::count).reversed());
        List<Choose> choose = disagreements.stream().map(d -> new Choose(d.address(), label(plan.form(), d, locale), d.current(),
                from(provenance, d.address(), badges, locale), d.sides().stream()
                .map(s -> new Side(s.holder().name(), texts.holder(s.holder().name(), locale), s.asOf() == null ? null : PlanTexts.day(s.asOf(), locale), s.text()))
                .toList())).toList();
        return new LinkPanel(linked, choose, names(offers, FactOffers.State.NOT_AGREED, texts, locale), names(offers, FactOffers.State.NOT_FETCHED, texts, locale));
    }

    /** The newest day that the holder named. */
    private static String asOf(ObjectNode provenance, String holder, Locale locale) {
        return provenance.properties().stream().map(Map.Entry::getValue).filter(e -> Provenance.isLinked(e) && e.path("holder").asText().equals(holder) && e.has("asOf"))
                .map(e -> Instant.parse(e.path("asOf").asText())).max(Comparator.naturalOrder()).map(at -> PlanTexts.day(at, locale)).orElse(null);
    }

    /** Of a group: only when all its cells came from one holder at one time. */
    private static String from(ObjectNode provenance, String address, ProvenanceBadge badges, Locale locale) {
        Set<String> from = new HashSet<>();
        Provenance.under(provenance, address).forEach(a -> from.add(Provenance.isLinked(provenance.get(a)) ? badges.from(provenance.get(a), locale) : null));
        return from.size() == 1 ? from.iterator().next() : null;
    }

    private static List<String> names(List<FactOffers.Kept> offers, FactOffers.State state, PlanTexts texts, Locale locale) {
        return offers.stream().filter(o -> o.state() == state).map(o -> texts.holder(o.holder().name(), locale)).toList();
    }

    private static String label(PlanForm form, Disagreement d, Locale locale) {
        return FieldLabels.of(form, d.address(), locale);
    }

    boolean isEmpty() {
        return linked.isEmpty() && disagreements.isEmpty() && notAgreed.isEmpty() && notFetched.isEmpty();
    }
}
