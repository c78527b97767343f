package jp.michishirube.plan.interview;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.michishirube.plan.versions.FieldView;

/** Says once for a section where its linked values came from; only what came from elsewhere keeps a badge that one sees. */
final class QuietBadges {

    private static final String LINKED = "linked";
    /** The page draws a line beside the value and keeps the words for who cannot see it. */
    private static final String QUIET = LINKED + " quiet";
    private static final int WORTH_SAYING_ONCE = 2;

    private QuietBadges() {}

    /** @return the words that most linked values of these questions share; null where no two do */
    static String shared(List<FieldView> fields) {
        Map<String, Integer> counts = new HashMap<>();
        fields.stream().flatMap(QuietBadges::badges).filter(b -> b != null && b.css().equals(LINKED)).forEach(b -> counts.merge(b.text(), 1, Integer::sum));
        return counts.entrySet().stream().filter(e -> e.getValue() >= WORTH_SAYING_ONCE).max(Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getKey).orElse(null);
    }

    static List<FieldView> quiet(List<FieldView> fields, String shared) {
        return shared == null ? fields : fields.stream().map(f -> quiet(f, shared)).toList();
    }

    private static Stream<FieldView.Badge> badges(FieldView f) {
        return Stream.concat(Stream.of(f.says()).map(FieldView.Says::badge), f.group().rows().stream().map(FieldView.Row::badge));
    }

    private static FieldView quiet(FieldView f, String shared) {
        FieldView.Says says = new FieldView.Says(f.says().label(), f.says().help(), f.says().example(), quiet(f.says().badge(), shared), f.says().error(),
                f.says().notes());
        FieldView.Rows g = f.group();
        List<FieldView.Row> rows = g.rows().stream().map(r -> new FieldView.Row(r.key(), r.name(), r.label(), quiet(r.fields(), shared),
                quiet(r.badge(), shared), r.locked())).toList();
        return new FieldView(f.name(), f.kind(), says, f.required(), f.locked(), f.away(), f.when(), f.input(),
                new FieldView.Rows(rows, g.blank(), g.canAdd(), g.fixed(), g.rowLabel(), g.most()));
    }

    private static FieldView.Badge quiet(FieldView.Badge badge, String shared) {
        return badge != null && badge.css().equals(LINKED) && badge.text().equals(shared) ? new FieldView.Badge(QUIET, badge.text(), badge.more()) : badge;
    }
}
