package jp.michishirube.roster.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.michishirube.roster.file.Column;
import jp.michishirube.roster.file.Layout;
import jp.michishirube.roster.file.Texts;
import jp.michishirube.roster.file.ValueKind;
import jp.michishirube.roster.file.WrongValue;

/**
 * One of their columns as a person looks at it.
 *
 * @param samples some of its values
 * @param target  our key; {@code -} for a column that is not used, empty for one that nobody has decided on
 * @param order   place among the columns that make one value, from 1
 * @param isNew   the former file of the source did not have it
 * @param fits    at least half of the samples can be what the target holds
 */
public record ColumnView(int index, String heading, List<String> samples, long filled, String target, int order, boolean isNew, boolean fits) {

    /** A 町 in a column of its own is a part of the address and the area for lists at once. */
    public static final String ADDRESS_AND_AREA = "address+area";

    private static final int SHOWN = 4;

    /** @param added columns that are new; a proposal stands for them where we know their heading */
    public static List<ColumnView> of(Layout layout, Table table, List<Integer> added) {
        List<ColumnFacts> facts = table.sheet().below(table.headings().line());
        Mapping likely = Proposal.of(layout, table.headings().cells());
        List<ColumnView> views = new ArrayList<>();
        for (int i = 0; i < table.headings().cells().size(); i++) {
            ColumnFacts cells = i < facts.size() ? facts.get(i) : ColumnFacts.EMPTY;
            boolean isNew = added.contains(i);
            Optional<Use> use = table.mapping().at(i);
            String target = use.map(u -> u.isUsed() ? u.target() : "-").orElse(isNew ? "" : "-");
            int column = i;
            if (table.mapping().uses().stream().filter(u -> u.column() == column && u.isUsed()).count() > 1) {
                target = ADDRESS_AND_AREA;
            }
            if (isNew && use.isEmpty()) {
                // only a proposal for what nothing of theirs makes yet: a second address would change all
                target = likely.at(i).map(Use::target).filter(t -> !table.mapping().has(t)).orElse("");
            }
            int order = use.map(u -> table.mapping().of(u.target()).indexOf(u) + 1).orElse(1);
            views.add(new ColumnView(i, table.headings().cells().get(i), cells.samples().subList(0, Math.min(SHOWN, cells.samples().size())),
                    cells.filled(), target, order, isNew, fits(layout, target, cells, table.mapping())));
        }
        return views;
    }

    private static boolean fits(Layout layout, String target, ColumnFacts facts, Mapping mapping) {
        Optional<Column> column = layout.column(target);
        // codes are asked for, and a part of a value says nothing alone
        if (column.isEmpty() || facts.samples().isEmpty() || column.get().kind().isCoded() || mapping.of(target).size() > 1) {
            return true;
        }
        long good = facts.samples().stream().filter(s -> reads(column.get().kind(), s)).count();
        return good * 2 >= facts.samples().size();
    }

    private static boolean reads(ValueKind kind, String sample) {
        try {
            return !kind.read(sample, LocalDate.of(9999, 1, 1)).isEmpty() || Texts.isBlank(sample);
        } catch (WrongValue e) {
            // a date out of bounds is a date all the same
            return e.kind().equals("birth-date");
        }
    }
}
