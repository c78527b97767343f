package jp.michishirube.evacuation.place;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jp.michishirube.problem.Problem;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a place list in CSV row by row: columns by their headings, in any order, quoted line breaks kept, blank rows passed over. */
final class CsvPlaces {

    private static final int LINES_SEARCHED_FOR_HEADINGS = 10;
    private static final Set<PlaceColumn> ONLY_OF_SHELTERS = EnumSet.of(PlaceColumn.ACCEPTS, PlaceColumn.SITE_TOO);

    private CsvPlaces() {}

    /**
     * @param columns told the columns that were found, once, before the first row
     * @throws Problem {@code place-file-no-headings} when no row names a place name column
     */
    static void read(Reader reader, Consumer<Set<PlaceColumn>> columns, Consumer<RawPlace> rows, Consumer<RowProblem> problems)
            throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).setLenientEof(true).setTrailingData(true).get();
        try (CSVParser parser = format.parse(reader)) {
            Iterator<CSVRecord> records = parser.iterator();
            Map<Integer, PlaceColumn> headings = headings(records, parser, problems);
            columns.accept(headings.isEmpty() ? Set.of() : EnumSet.copyOf(headings.values()));
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

    /**
     * Headings in one row or in two, the upper one saying what the lower ones belong to (災害種別 over 洪水, 土砂災害). A column that nobody
     * reads is told: under its heading may stand what the city calls a designation.
     */
    private static Map<Integer, PlaceColumn> headings(Iterator<CSVRecord> records, CSVParser parser, Consumer<RowProblem> problems) {
        List<String> above = List.of();
        for (int i = 0; i < LINES_SEARCHED_FOR_HEADINGS && records.hasNext(); i++) {
            List<String> row = records.next().toList();
            Map<Integer, PlaceColumn> found = known(row);
            List<String> both = over(above, row);
            if (i > 0 && known(above).containsValue(PlaceColumn.NAME) && !found.containsValue(PlaceColumn.NAME) && known(both).size() > known(above).size()) {
                return told(both, parser, problems);
            }
            above = row;
            if (found.containsValue(PlaceColumn.NAME) && found.size() >= 3 && found.values().stream().anyMatch(c -> c.hazard() != null || ONLY_OF_SHELTERS.contains(c))) {
                return told(row, parser, problems);
            }
        }
        throw Problem.badRequest("place-file-no-headings");
    }

    private static Map<Integer, PlaceColumn> known(List<String> headings) {
        Map<Integer, PlaceColumn> found = new LinkedHashMap<>();
        for (int c = 0; c < headings.size(); c++) {
            int column = c;
            PlaceColumn.of(headings.get(c)).filter(p -> p.hazard() != null || !found.containsValue(p)).ifPresent(p -> found.put(column, p));
        }
        return found;
    }

    private static List<String> over(List<String> above, List<String> below) {
        return IntStream.range(0, Math.max(above.size(), below.size()))
                .mapToObj(c -> c < below.size() && !below.get(c).isBlank() || c >= above.size() ? below.get(c) : above.get(c)).toList();
    }

    private static Map<Integer, PlaceColumn> told(List<String> headings, CSVParser parser, Consumer<RowProblem> problems) {
        Map<Integer, PlaceColumn> found = known(headings);
        for (int c = 0; c < headings.size(); c++) {
            if (!found.containsKey(c) && !headings.get(c).isBlank() && !PlaceColumn.isWithoutUse(headings.get(c))) {
                problems.accept(RowProblem.leavingOut(parser.getCurrentLineNumber(), headings.get(c).strip(), "column-unread", ""));
            }
        }
        return found;
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
