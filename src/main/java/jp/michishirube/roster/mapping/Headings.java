package jp.michishirube.roster.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.michishirube.roster.file.Layout;
import jp.michishirube.roster.file.RawRow;
import jp.michishirube.roster.file.Texts;

/**
 * The headings of a sheet: where they stand and what they say. A title, a date and remarks may stand above; headings over two or three
 * rows become one, a merged one being said for each of its columns.
 *
 * @param line  of the last row of the headings
 * @param rows  how many rows they take
 * @param cells one text a column
 * @param known how many of them we know
 */
public record Headings(long line, int rows, List<String> cells, int known) {

    private static final int MOST_ROWS = 3;
    private static final Pattern DATED = Pattern.compile("\\d[./年-]\\d");

    /** @return the likeliest headings among a sheet's first rows; null when no row has two cells */
    public static Headings likeliest(Layout layout, List<RawRow> first) {
        Headings best = null;
        for (int i = 0; i < first.size(); i++) {
            for (int rows = 1; rows <= MOST_ROWS && i + rows <= first.size(); rows++) {
                Headings found = of(layout, first.subList(i, i + rows));
                // more rows only for more known headings: a first person must not become one
                if (found != null && (best == null || found.known > best.known || found.known == best.known && found.line == best.line && rows < best.rows)) {
                    best = found;
                }
            }
        }
        return best == null || best.known >= 2 ? best == null ? null : best.toldApart(layout, first)
                : first.stream().map(r -> of(layout, List.of(r))).filter(h -> h != null).findFirst().orElse(null);
    }

    /** Where one heading stands over several columns, such as 番地 of two addresses: with the row above, if that says which is which. */
    private Headings toldApart(Layout layout, List<RawRow> first) {
        int last = IntStream.range(0, first.size()).filter(i -> first.get(i).line() == line).findFirst().orElseThrow();
        int above = last - rows;
        if (alike() == 0 || rows == MOST_ROWS || above < 0 || !isGroups(first.get(above))) {
            return this;
        }
        Headings more = of(layout, first.subList(above, last + 1));
        return more != null && more.known >= known && more.alike() < alike() ? more : this;
    }

    private long alike() {
        List<String> said = cells.stream().map(Headings::plain).filter(c -> !c.isEmpty()).toList();
        return said.size() - said.stream().distinct().count();
    }

    /** Words over several columns each; no title and no date, which change with the month. */
    private static boolean isGroups(RawRow row) {
        List<String> words = row.cells().stream().map(Headings::plain).filter(c -> !c.isEmpty()).toList();
        return words.size() >= 2 && words.stream().noneMatch(w -> DATED.matcher(w).find());
    }

    /** The headings in these rows; null when they are damaged or of less than two cells. */
    public static Headings of(Layout layout, List<RawRow> rows) {
        if (rows.stream().anyMatch(r -> r.damage() != null)) {
            return null;
        }
        List<String> cells = cells(rows);
        if (cells.stream().filter(c -> !c.isEmpty()).count() < 2) {
            return null;
        }
        return new Headings(rows.get(rows.size() - 1).line(), rows.size(), List.copyOf(cells), layout.guess(cells).size());
    }

    /** What stands over each column, without empty ones at the end. */
    static List<String> cells(List<RawRow> rows) {
        int width = rows.stream().mapToInt(r -> r.cells().size()).max().orElse(0);
        List<String> cells = new ArrayList<>();
        String[] over = new String[rows.size()];
        for (int column = 0; column < width; column++) {
            StringBuilder text = new StringBuilder();
            for (int r = 0; r < rows.size(); r++) {
                String cell = column < rows.get(r).cells().size() ? Texts.trim(rows.get(r).cells().get(column)) : "";
                boolean last = r == rows.size() - 1;
                over[r] = cell.isEmpty() && !last && column > 0 && hasBelow(rows, r, column) ? over[r] : cell;
                if (over[r] != null && !over[r].isEmpty()) {
                    text.append(text.isEmpty() ? "" : " ").append(over[r].replaceAll("[\\r\\n]+", ""));
                }
            }
            cells.add(text.toString());
        }
        while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
            cells.remove(cells.size() - 1);
        }
        return cells;
    }

    private static boolean hasBelow(List<RawRow> rows, int r, int column) {
        for (RawRow below : rows.subList(r + 1, rows.size())) {
            if (column < below.cells().size() && !Texts.isBlank(below.cells().get(column))) {
                return true;
            }
        }
        return false;
    }

    static String plain(String heading) {
        return Texts.narrow(heading).replaceAll("[\\s\\u3000]", "");
    }
}
