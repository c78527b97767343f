package jp.michishirube.roster.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.michishirube.japanese.PersonName;
import jp.michishirube.roster.file.RawRow;
import jp.michishirube.roster.file.Texts;

/** Gathers what stands in each column while a file streams by, in memory bounded per column. */
final class ColumnCollector {

    /** More different values than these are no codes. */
    private static final int MOST_VALUES = 200;
    private static final int LONGEST_CODE = 60;
    private static final int SAMPLES = 12;

    private final List<Gathered> columns = new ArrayList<>();

    ColumnCollector(List<ColumnFacts> before) {
        before.forEach(f -> columns.add(new Gathered(f)));
    }

    void take(RawRow row) {
        if (row.damage() != null) {
            return;
        }
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cells().get(i);
            if (!cell.isEmpty()) {
                while (columns.size() <= i) {
                    columns.add(new Gathered(ColumnFacts.EMPTY));
                }
                columns.get(i).take(cell);
            }
        }
    }

    List<ColumnFacts> facts() {
        return columns.stream().map(Gathered::facts).toList();
    }

    private static final class Gathered {

        private long filled;
        private long hidden;
        private Map<String, Long> values;
        private final Set<String> samples;

        Gathered(ColumnFacts before) {
            filled = before.filled();
            hidden = before.hidden();
            values = before.values() == null ? null : new LinkedHashMap<>(before.values());
            samples = new LinkedHashSet<>(before.samples());
        }

        void take(String cell) {
            String value = Texts.trim(cell);
            if (value.isEmpty()) {
                return;
            }
            filled++;
            hidden += PersonName.hidden(cell).isPresent() ? 1 : 0;
            if (samples.size() < SAMPLES) {
                samples.add(value.length() > LONGEST_CODE ? value.substring(0, LONGEST_CODE) + "…" : value);
            }
            if (values != null) {
                values.merge(value, 1L, Long::sum);
                if (values.size() > MOST_VALUES || value.length() > LONGEST_CODE) {
                    values = null;
                }
            }
        }

        ColumnFacts facts() {
            return new ColumnFacts(filled, values, List.copyOf(samples), hidden);
        }
    }
}
