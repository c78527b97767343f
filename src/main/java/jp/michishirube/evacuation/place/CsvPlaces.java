package jp.michishirube.evacuation.place;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import jp.michishirube.problem.Problem;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a place list in CSV row by row: columns by their headings, in any order, quoted line breaks kept, blank rows passed over. */
final class CsvPlaces {

    private static final int LINES_SEARCHED_FOR_HEADINGS = 10;

    private CsvPlaces() {}

    /**
     * @param columns told the columns that were found, once, before the first row
     * @throws Problem {@code place-file-no-headings} when no row names a place name column
     */
    static void read(Reader reader, Consumer<java.util.Set<PlaceColumn>> columns, Consumer<RawPlace> rows, Consumer<RowProblem> problems)
            throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).setLenientEof(true).setTrailingData(true).get();
        try (CSVParser parser = format.parse(reader)) {
            Iterator<CSVRecord> records = parser.iterator();
            Map<Integer, PlaceColumn> headings = headings(records, parser, problems);
            columns.accept(headings.isEmpty() ? java.util.Set.of() : java.util.EnumSet.copyOf(headings.values()));
            long line = parser.getCurrentLineNumber() + 1;
            while (true) {
                try {
                    if (!records.hasNext()) {
                        return;
                    }
                } catch (UncheckedIOException | IllegalStateException e) {
                    problems.accept(RowProblem.refusing(line, "", "quote-broken", ""));
                    return;
                }
                RawPlace row = row(line, records.next(), headings);
                if (!row.isBlank()) {
                    rows.accept(row);
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        }
    }

    /** A column that nobody reads is told: under its heading may stand what the city calls a designation. */
    private static Map<Integer, PlaceColumn> headings(Iterator<CSVRecord> records, CSVParser parser, Consumer<RowProblem> problems) {
        for (int i = 0; i < LINES_SEARCHED_FOR_HEADINGS && records.hasNext(); i++) {
            CSVRecord record = records.next();
            Map<Integer, PlaceColumn> found = new LinkedHashMap<>();
            for (int c = 0; c < record.size(); c++) {
                int column = c;
                PlaceColumn.of(record.get(c)).filter(p -> p.hazard() != null || !found.containsValue(p)).ifPresent(p -> found.put(column, p));
            }
            if (found.containsValue(PlaceColumn.NAME) && found.size() >= 3) {
                for (int c = 0; c < record.size(); c++) {
                    if (!found.containsKey(c) && !record.get(c).isBlank() && !PlaceColumn.isWithoutUse(record.get(c))) {
                        problems.accept(RowProblem.leavingOut(parser.getCurrentLineNumber(), record.get(c).strip(), "column-unread", ""));
                    }
                }
                return found;
            }
        }
        throw Problem.badRequest("place-file-no-headings");
    }

    private static RawPlace row(long line, CSVRecord record, Map<Integer, PlaceColumn> headings) {
        Map<PlaceColumn, String> values = new EnumMap<>(PlaceColumn.class);
        headings.forEach((index, column) -> {
            if (index < record.size()) {
                RawPlace.put(values, column, record.get(index));
            }
        });
        return new RawPlace(line, values);
    }
}
