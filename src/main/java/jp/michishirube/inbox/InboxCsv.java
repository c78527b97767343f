package jp.michishirube.inbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import jp.michishirube.japanese.CsvList;

/** The work list for spreadsheets. */
final class InboxCsv {

    private static final List<String> COLUMNS = List.of("number", "name", "kana", "area", "step", "office", "assignee", "priority", "due", "waiting");

    private InboxCsv() {}

    static byte[] of(List<InboxRows.Row> rows, Locale locale, InboxRows texts) {
        List<List<?>> lines = new ArrayList<>();
        lines.add(COLUMNS.stream().map(c -> texts.text("inbox.column." + c, locale)).toList());
        for (InboxRows.Row row : rows) {
            WorkItem i = row.item();
            lines.add(Arrays.asList(i.caseNumber(), i.residentName(), i.residentKana(), i.area(), texts.text("step." + i.step().name(), locale),
                    row.officeName(), row.assigneeName(), i.priority(), row.due(), row.waitingDays()));
        }
        return CsvList.of(lines);
    }
}
