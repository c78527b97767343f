package jp.michishirube.roster.mapping;

import java.util.ArrayList;
import java.util.List;
import jp.michishirube.roster.file.RawRow;

/**
 * What a sheet holds, as far as the questions about it need it.
 *
 * @param rows    with content
 * @param first   its first rows, among which the headings stand
 * @param columns the cells below those first rows
 */
public record SheetFacts(int index, String name, boolean hidden, long rows, List<RawRow> first, List<ColumnFacts> columns) {

    /** The cells below the headings. */
    public List<ColumnFacts> below(long headingLine) {
        ColumnCollector collector = new ColumnCollector(columns);
        first.stream().filter(r -> r.line() > headingLine).forEach(collector::take);
        return collector.facts();
    }

    /** How many rows stand below these headings; 0 where the sheet has others. */
    public long rowsBelow(List<String> header, int headingRows) {
        List<String> wanted = header.stream().map(Headings::plain).toList();
        for (int i = 0; i + headingRows <= first.size(); i++) {
            List<String> cells = Headings.cells(first.subList(i, i + headingRows));
            if (cells.stream().map(Headings::plain).toList().equals(wanted)) {
                return rows - i - headingRows;
            }
        }
        return 0;
    }

    /** The first rows below the headings as they stand. */
    public List<List<String>> sample(long headingLine, int rows) {
        List<List<String>> sample = new ArrayList<>();
        first.stream().filter(r -> r.line() > headingLine).limit(rows).forEach(r -> sample.add(r.cells()));
        return sample;
    }
}
