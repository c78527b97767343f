package jp.michishirube.roster.mapping;

import java.util.ArrayList;
import java.util.List;
import jp.michishirube.roster.file.Column;
import jp.michishirube.roster.file.Layout;
import jp.michishirube.roster.file.RawRow;

/**
 * What several of their columns make together, to be seen before it is kept.
 *
 * @param key      ours
 * @param headings theirs, in order
 * @param samples  of the first rows
 */
public record JoinedView(String key, List<String> headings, List<String> samples) {

    /** Of every value that more than one column makes. */
    public static List<JoinedView> of(Layout layout, Table table) {
        List<JoinedView> views = new ArrayList<>();
        for (Column column : layout.columns()) {
            List<Use> uses = table.mapping().of(column.key());
            if (uses.size() > 1) {
                List<String> samples = table.sheet().sample(table.headings().line(), 3).stream()
                        .map(cells -> Joined.of(column.join(), uses, new RawRow(0, cells, null))).filter(s -> !s.isBlank()).toList();
                views.add(new JoinedView(column.key(), uses.stream().map(Use::heading).toList(), samples));
            }
        }
        return views;
    }
}
