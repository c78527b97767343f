package jp.michishirube.document;

import java.time.LocalDate;
import java.util.List;

/**
 * A list on paper or as CSV, such as the residents of one neighbourhood association.
 *
 * @param ground  why its reader may have it and under which line of the disclosure log; at the foot of every page
 * @param columns at most 8; the weights share the width
 * @param rows    as many cells as columns; the caller has left out what the reader may not see
 */
public record PrintedList(String title, String municipality, String reader, LocalDate date, String ground, List<Column> columns,
                          List<List<String>> rows) {

    public static final int MOST_COLUMNS = 8;

    public PrintedList {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
            throw new IllegalArgumentException("a list has 1 to " + MOST_COLUMNS + " columns, not " + columns.size());
        }
    }

    /** @param weight share of the width, 1 to 20 */
    public record Column(String title, int weight) {}
}
