package jp.michishirube.japanese;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * A list for spreadsheets, as Excel in Japan reads it: UTF-8 with a byte order mark, every cell in quotes, and no text that a spreadsheet
 * would run as a formula. Every list that leaves the house is written here.
 */
public final class CsvList {

    /** Excel runs a cell that begins with one of these, the full-width signs too; an apostrophe before it makes it text. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();

    private final CSVPrinter printer;

    /** Begins the list; {@code out} stays open. */
    public CsvList(Appendable out) {
        try {
            out.append('\uFEFF');
            this.printer = new CSVPrinter(out, FORMAT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param lines the heads first
     * @return the whole list in UTF-8
     */
    public static byte[] of(List<? extends List<?>> lines) {
        StringWriter out = new StringWriter();
        CsvList list = new CsvList(out);
        lines.forEach(list::line);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @param cells texts, numbers or days; null is an empty cell. Numbers stay what they are: the guard is for texts. */
    public void line(Object... cells) {
        line(Arrays.asList(cells));
    }

    public void line(List<?> cells) {
        try {
            printer.printRecord(cells.stream().map(c -> c == null ? "" : c instanceof String text ? safe(text) : c).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String safe(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
