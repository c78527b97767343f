package jp.michishirube.roster.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row understood: values by our keys, and what is wrong with it.
 *
 * @param values   only the keys that the file has a column for; empty text where the cell was empty
 * @param problems non-empty: the row is not taken in
 * @param notes    things a person should look at, although the row is taken in
 */
public record ReadRow(long line, Map<String, String> values, List<Finding> problems, List<Finding> notes) {

    /** @param column our key, or empty when the whole row is meant */
    public record Finding(String column, String value, String kind) {}

    /** @param mapping our key → index of their column */
    public static ReadRow of(Layout layout, Map<String, Integer> mapping, RawRow raw, LocalDate today) {
        Map<String, String> values = new LinkedHashMap<>();
        List<Finding> problems = new ArrayList<>();
        List<Finding> notes = new ArrayList<>();
        if (raw.damage() != null) {
            String kind = "row-" + raw.damage().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            problems.add(new Finding("", raw.cells().isEmpty() ? "" : raw.cells().get(0), kind));
            return new ReadRow(raw.line(), values, problems, notes);
        }
        for (Column column : layout.columns()) {
            Integer index = mapping.get(column.key());
            if (index == null) {
                continue;
            }
            String cell = index < raw.cells().size() ? raw.cells().get(index) : "";
            try {
                String value = column.kind().read(cell, today);
                if (value.isEmpty() && column.required()) {
                    problems.add(new Finding(column.key(), "", "missing"));
                }
                values.put(column.key(), value);
                if (hasPlaceholder(value)) {
                    notes.add(new Finding(column.key(), value, "placeholder"));
                }
            } catch (WrongValue e) {
                problems.add(new Finding(column.key(), shorten(cell), e.kind()));
            }
        }
        return new ReadRow(raw.line(), values, problems, notes);
    }

    /** Characters that stand where an exporter had no code for a rare one (外字): the value is kept, and a person is told. */
    static boolean hasPlaceholder(String value) {
        return value.codePoints().anyMatch(c -> c == '〓' || c == '□' || c >= 0xE000 && c <= 0xF8FF || c >= 0xF0000);
    }

    public boolean isWrong() {
        return !problems.isEmpty();
    }

    public String get(String key) {
        return values.getOrDefault(key, "");
    }

    public LocalDate birthDate() {
        return get("birthDate").isEmpty() ? null : LocalDate.parse(get("birthDate"));
    }

    private static String shorten(String cell) {
        String clean = cell.replaceAll("[\\p{Cntrl}]", " ");
        return clean.length() > 120 ? clean.substring(0, 120) + "…" : clean;
    }
}
