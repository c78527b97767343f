package jp.michishirube.plan.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.michishirube.plan.form.Address;
import jp.michishirube.plan.form.AskedQuestion;
import jp.michishirube.plan.form.AskedSection;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.versions.Provenance;

/**
 * "24 of 52 items were filled for you": questions that apply now, and those answered by linkage that nobody edited. A repeated group
 * is one item, counted as linked only when every row is; a fixed row (a hazard) is one item.
 */
public record LinkedCount(int linked, int all) {

    /** Of items that several holders filled together. */
    public static final String SEVERAL = "SEVERAL";

    /** The items counted as linked, by their holder, so that the parts add up to the whole. */
    public static Map<String, List<String>> byHolder(FilledPlan plan, ObjectNode provenance) {
        Map<String, List<String>> items = new TreeMap<>();
        plan.sections().stream().flatMap(AskedSection::asked).flatMap(q -> q.field().hasFixedRows()
                ? q.rows().stream().filter(r -> linked(provenance, r.address(), !r.isEmpty())).map(r -> r.address())
                : Stream.of(q).filter(i -> linked(provenance, i.address(), i.isAnswered())).map(AskedQuestion::address)).forEach(item -> {
                    List<String> holders = Provenance.under(provenance, item.toString()).stream().map(a -> provenance.get(a).path("holder").asText()).distinct().toList();
                    items.computeIfAbsent(holders.size() == 1 ? holders.get(0) : SEVERAL, h -> new ArrayList<>()).add(item.toString());
                });
        return items;
    }

    public static LinkedCount of(FilledPlan plan, ObjectNode provenance) {
        int linked = 0;
        int all = 0;
        for (AskedSection section : plan.sections()) {
            for (AskedQuestion question : section.asked().toList()) {
                if (question.field().hasFixedRows()) {
                    all += question.rows().size();
                    linked += (int) question.rows().stream().filter(r -> linked(provenance, r.address(), !r.isEmpty())).count();
                } else {
                    all++;
                    linked += linked(provenance, question.address(), question.isAnswered()) ? 1 : 0;
                }
            }
        }
        return new LinkedCount(linked, all);
    }

    private static boolean linked(ObjectNode provenance, Address address, boolean answered) {
        if (!answered) {
            return false;
        }
        List<String> entries = Provenance.under(provenance, address.toString());
        return !entries.isEmpty() && entries.stream().allMatch(a -> Provenance.isLinked(provenance.get(a)));
    }
}
