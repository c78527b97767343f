package jp.michishirube.inbox;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The list as CSV that spreadsheets open safely: UTF-8 with BOM, and no cell that starts a formula. */
final class InboxCsv {

    private static final List<String> COLUMNS = List.of("number", "name", "kana", "area", "step", "office", "assignee", "priority", "due", "waiting");

    private InboxCsv() {}

    static byte[] of(List<InboxRows.Row> rows, Locale locale, InboxRows texts) {
        StringWriter out = new StringWriter();
        out.append('\uFEFF');
        try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord(COLUMNS.stream().map(c -> texts.text("inbox.column." + c, locale)));
            for (InboxRows.Row row : rows) {
                WorkItem i = row.item();
                csv.printRecord(safe(i.caseNumber()), safe(i.residentName()), safe(i.residentKana()), safe(i.area()),
                        texts.text("step." + i.step().name(), locale), safe(row.officeName()), safe(row.assigneeName()), i.priority(),
                        row.due(), row.waitingDays());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String safe(String cell) {
        return cell != null && !cell.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
