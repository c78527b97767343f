package jp.michishirube.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.michishirube.consent.rule.SupporterKey;
import jp.michishirube.plan.form.AskedQuestion;
import jp.michishirube.plan.form.AskedSection;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.Role;

/**
 * What of a plan a reader may see: the form says it field by field ({@code x-seen-by}), the consent narrows it. A supporter is named
 * by a key of its own, so that one who has not agreed stays out while the others are shown.
 */
final class ExtractRules {

    private ExtractRules() {}

    /** The addresses of all answers that the form shows to that reader: what consent is asked about. */
    static Set<String> wanted(FilledPlan plan, String letter) {
        Set<String> wanted = new TreeSet<>();
        plan.sections().forEach(s -> seen(s, letter).forEach(q -> wanted.add(asked(q))));
        return wanted;
    }

    /** @param allowed addresses that consent allows */
    static Extract of(FilledPlan plan, String letter, Set<String> allowed) {
        List<Extract.Section> sections = new ArrayList<>();
        plan.sections().forEach(s -> {
            List<Extract.Row> rows = seen(s, letter).filter(q -> allowed.contains(asked(q))).map(ExtractRules::row).filter(r -> !r.value().isEmpty()).toList();
            if (!rows.isEmpty()) {
                sections.add(new Extract.Section(s.section().key(), s.section().title(Locale.JAPANESE), rows));
            }
        });
        return new Extract(sections);
    }

    /** Answered questions of what the form shows to that reader; of a group its cells. */
    private static Stream<AskedQuestion> seen(AskedSection section, String letter) {
        return section.asked().filter(q -> q.field().seenBy().contains(letter))
                .flatMap(AskedQuestion::withCells).filter(q -> !q.field().isGroup() && q.isAnswered());
    }

    /** In a group with fixed rows the label says which row it is: 洪水 避難場所. */
    private static Extract.Row row(AskedQuestion q) {
        boolean fixed = q.row() != null && q.row().fixed() != null;
        String label = fixed ? q.row().label(Locale.JAPANESE) + " " + q.field().label() : q.field().label();
        return new Extract.Row(label, q.text(Locale.JAPANESE), q.row() == null || fixed ? 0 : q.row().number());
    }

    /** How consent is asked about an answer: where it stands; a supporter's by the supporter's own key, whatever the form calls the group. */
    static String asked(AskedQuestion q) {
        return q.row() == null || q.row().group().role() != Role.SUPPORTERS ? q.address().toString()
                : SupporterKey.field(SupportersInPlan.key(q.row()), q.field().fact());
    }
}
