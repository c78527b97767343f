package jp.michishirube.roster.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.roster.file.Column;
import jp.michishirube.roster.file.Layout;
import jp.michishirube.roster.file.ValueKind;

/**
 * The values of one column whose meaning a person must say.
 *
 * @param use    the column
 * @param kind   what it holds
 * @param values each value with how often it occurs
 * @param likely value → meaning to propose; a value without a likely meaning is missing
 */
public record OpenCodes(Use use, ValueKind kind, Map<String, Long> values, Map<String, String> likely) {

    /** @param columns what stands below the headings */
    public static List<OpenCodes> of(Layout layout, Mapping mapping, List<ColumnFacts> columns, OfficeBook offices) {
        List<OpenCodes> open = new ArrayList<>();
        for (Column column : layout.columns()) {
            for (Use use : mapping.of(column.key())) {
                if (column.kind().isCoded() && use.column() < columns.size()) {
                    OpenCodes codes = of(column.kind(), use, mapping.asIs(), columns.get(use.column()), offices);
                    if (!codes.values().isEmpty()) {
                        open.add(codes);
                    }
                }
            }
        }
        return open;
    }

    private static OpenCodes of(ValueKind kind, Use use, boolean asIs, ColumnFacts facts, OfficeBook offices) {
        Map<String, Long> values = new LinkedHashMap<>();
        Map<String, String> likely = new LinkedHashMap<>();
        facts.byFrequency().forEach((value, count) -> {
            if (Headings.plain(value).equals(Headings.plain(use.heading()))) {
                // the headings once more among the rows
                return;
            }
            boolean office = kind == ValueKind.OFFICE && !use.codes().containsKey(value) && offices.exact(value).isEmpty() && !OfficeBook.isNumber(value);
            if (office || Codes.isOpen(kind, use, asIs, value)) {
                values.put(value, count);
                String proposed = kind == ValueKind.OFFICE ? offices.alike(value).orElse(null) : Meanings.propose(kind, value);
                if (proposed != null) {
                    likely.put(value, proposed);
                }
            }
        });
        return new OpenCodes(use, kind, values, likely);
    }
}
