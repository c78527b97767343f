package jp.michishirube.roster.mapping;

import java.util.List;
import jp.michishirube.roster.file.Layout;
import jp.michishirube.roster.file.RawRow;

/**
 * The list within a file: its sheet, its headings, and how it is read.
 *
 * @param agreed nothing about its columns is left to ask
 */
public record Table(SheetFacts sheet, Headings headings, Mapping mapping, boolean agreed) {

    /**
     * The likeliest list of a file. What was agreed on with its source comes first, then our own layout, then what we know of other
     * headings; a hidden sheet is taken only where no other has a list.
     *
     * @param saved as agreed on before; null when it is the first file of its source
     * @return null when no sheet has headings
     */
    public static Table find(Layout layout, List<SheetFacts> sheets, Mapping saved) {
        Table best = null;
        for (SheetFacts sheet : sheets) {
            Table found = within(layout, sheet, saved);
            if (found != null && (best == null || worth(found, layout) > worth(best, layout))) {
                best = found;
            }
        }
        return best;
    }

    private static Table within(Layout layout, SheetFacts sheet, Mapping saved) {
        Headings likeliest = Headings.likeliest(layout, sheet.first());
        if (saved == null) {
            return likeliest == null ? null : of(layout, sheet, likeliest, null);
        }
        Table best = likeliest == null ? null : of(layout, sheet, likeliest, saved);
        int matched = best == null ? 0 : used(best.mapping());
        for (int i = 0; i < sheet.first().size(); i++) {
            for (int rows = 1; rows <= 3 && i + rows <= sheet.first().size(); rows++) {
                Headings headings = Headings.of(layout, sheet.first().subList(i, i + rows));
                Fitted fitted = headings == null ? null : Fitted.of(saved, headings.cells());
                if (fitted != null && fitted.isLikely() && used(fitted.mapping()) > matched) {
                    matched = used(fitted.mapping());
                    best = new Table(sheet, headings, fitted.mapping(), fitted.isWhole());
                }
            }
        }
        return best;
    }

    /** With these headings, whether they are likely or not: a person has chosen them. */
    public static Table of(Layout layout, SheetFacts sheet, Headings headings, Mapping saved) {
        Fitted fitted = saved == null ? null : Fitted.of(saved, headings.cells());
        if (fitted != null && fitted.isLikely()) {
            return new Table(sheet, headings, fitted.mapping(), fitted.isWhole());
        }
        Mapping own = Proposal.own(layout, headings.cells());
        return own != null ? new Table(sheet, headings, own, true) : new Table(sheet, headings, Proposal.of(layout, headings.cells()), false);
    }

    /** @return null when these rows are no headings */
    public static Headings headings(Layout layout, SheetFacts sheet, long lastLine, int rows) {
        List<RawRow> until = sheet.first().stream().filter(r -> r.line() <= lastLine).toList();
        return rows < 1 || until.size() < rows ? null : Headings.of(layout, until.subList(until.size() - rows, until.size()));
    }

    private static int used(Mapping mapping) {
        return (int) mapping.uses().stream().filter(Use::isUsed).count();
    }

    private static int worth(Table table, Layout layout) {
        return used(table.mapping()) * 2 - table.mapping().missing(layout).size() - (table.sheet().hidden() ? 1000 : 0);
    }
}
