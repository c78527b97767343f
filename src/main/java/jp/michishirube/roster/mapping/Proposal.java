package jp.michishirube.roster.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.michishirube.roster.file.Column;
import jp.michishirube.roster.file.Layout;

/** A first mapping of a file that nobody has matched yet, to be looked at by a person. */
public final class Proposal {

    private Proposal() {}

    /** What we know under their headings; columns that hold a part of a value are joined in their order. */
    public static Mapping of(Layout layout, List<String> header) {
        Map<String, Integer> guess = layout.guess(header);
        Map<Integer, String> targets = new HashMap<>();
        guess.forEach((key, column) -> targets.put(column, key));
        for (Column column : layout.columns()) {
            for (int i = 0; i < header.size() && column.join() != null; i++) {
                if (!targets.containsKey(i) && isPart(column, header.get(i))) {
                    targets.put(i, column.key());
                }
            }
        }
        List<Use> uses = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (targets.containsKey(i)) {
                uses.add(new Use(i, header.get(i), targets.get(i), Map.of()));
            }
        }
        return new Mapping(uses, List.of(), false, false);
    }

    /** Our own layout, which needs no question; null when a column is not ours and could be of use. */
    public static Mapping own(Layout layout, List<String> header) {
        if (!layout.isOwn(header)) {
            return null;
        }
        Map<String, Integer> exact = new LinkedHashMap<>();
        for (Column column : layout.columns()) {
            int at = header.stream().map(Headings::plain).toList().indexOf(Headings.plain(column.header()));
            if (at >= 0) {
                exact.put(column.key(), at);
            }
        }
        List<Use> uses = new ArrayList<>();
        exact.forEach((key, at) -> uses.add(new Use(at, header.get(at), key, Map.of())));
        boolean more = of(layout, header).uses().stream().anyMatch(u -> !exact.containsValue(u.column()));
        return more ? null : new Mapping(uses, List.of(), false, true);
    }

    private static boolean isPart(Column column, String heading) {
        String plain = Headings.plain(heading);
        return Stream.concat(column.parts().stream(), Stream.of(column.header())).map(Headings::plain)
                .anyMatch(p -> plain.equals(p) || plain.length() <= 8 && plain.matches(java.util.regex.Pattern.quote(p) + "[\\d①-⑨(（].*"));
    }
}
