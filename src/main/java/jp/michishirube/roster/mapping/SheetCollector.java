package jp.michishirube.roster.mapping;

import java.util.ArrayList;
import java.util.List;
import jp.michishirube.roster.file.RawRow;
import jp.michishirube.roster.file.Sheet;

/** Looks at a sheet's rows as they stream by. */
public final class SheetCollector {

    /** A title, a date, remarks and headings stand within these rows. */
    private static final int FIRST = 30;

    private final Sheet sheet;
    private final List<RawRow> first = new ArrayList<>();
    private final ColumnCollector columns = new ColumnCollector(List.of());
    private long rows;

    public SheetCollector(Sheet sheet) {
        this.sheet = sheet;
    }

    public void take(RawRow row) {
        rows++;
        if (first.size() < FIRST) {
            first.add(row);
        } else {
            columns.take(row);
        }
    }

    public SheetFacts facts() {
        return new SheetFacts(sheet.index(), sheet.name(), sheet.hidden(), rows, List.copyOf(first), columns.facts());
    }
}
