package jp.michishirube.roster.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import jp.michishirube.japanese.TextEncoding;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.file.excel.Workbook;

/** A file that holds tables: text with separators, or the sheets of an Excel workbook. */
public final class TableFile {

    /**
     * How the file was read, to be shown to the person.
     *
     * @param format    {@code CSV}, {@code TSV} or {@code XLSX}
     * @param encoding  such as {@code CP932}; empty for Excel
     * @param damaged   cells or rows that could not be read as written
     */
    public record Facts(String format, String encoding, long rows, long damaged) {}

    private TableFile() {}

    /**
     * Hands over every row with content of the first sheet that is not hidden, in order, the headings included.
     *
     * @throws Problem as {@link #readAll}
     */
    public static Facts read(Path file, Limits limits, Consumer<RawRow> sink) {
        boolean[] found = new boolean[1];
        return readAll(file, limits, sheet -> {
            boolean take = !found[0] && !sheet.hidden();
            found[0] |= take;
            return take ? sink : null;
        });
    }

    /**
     * Hands over every row with content of every sheet, in order, headings included.
     *
     * @param sink asked for each sheet who takes its rows; null to leave the sheet out
     * @throws Problem {@code roster-file-empty}, {@code roster-file-too-large} (413), {@code roster-file-unknown-kind},
     *                 {@code roster-file-old-excel}, {@code roster-file-bomb}, {@code roster-file-damaged},
     *                 {@code roster-file-too-many-rows} (413), {@code roster-file-encoding}
     */
    public static Facts readAll(Path file, Limits limits, Function<Sheet, Consumer<RawRow>> sink) {
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw Problem.badRequest("roster-file-empty");
            }
            if (size > limits.fileBytes()) {
                throw Problem.tooLarge("roster-file-too-large", limits.fileBytes() >> 20);
            }
            Counting counting = new Counting(limits);
            byte[] head = head(file);
            String format;
            TextEncoding encoding = null;
            if (startsWith(head, 'P', 'K', 3, 4)) {
                Workbook.read(file, limits, sheet -> counting.into(sink.apply(sheet)));
                format = "XLSX";
            } else if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
                throw Problem.badRequest("roster-file-old-excel");
            } else {
                encoding = TextEncoding.of(file);
                refuseBinary(head, encoding);
                format = text(file, encoding, limits, counting.into(sink.apply(Sheet.ONLY)));
            }
            if (counting.rows == 0) {
                throw Problem.badRequest("roster-file-empty");
            }
            if (counting.damaged > 20 && counting.damaged * 2 > counting.rows) {
                throw Problem.badRequest("roster-file-encoding");
            }
            return new Facts(format, encoding == null ? "" : encoding.name(), counting.rows, counting.damaged);
        } catch (IOException e) {
            // its message may quote the file's content: not passed on
            throw Problem.badRequest("roster-file-damaged");
        }
    }

    private static String text(Path file, TextEncoding encoding, Limits limits, Consumer<RawRow> sink) throws IOException {
        char separator = separator(file, encoding);
        try (Reader in = encoding.open(file)) {
            CsvRecords records = new CsvRecords(in, separator, limits);
            for (RawRow row = records.next(); row != null; row = records.next()) {
                sink.accept(row);
            }
        }
        return separator == '\t' ? "TSV" : "CSV";
    }

    /** The separator that the first lines use most. */
    private static char separator(Path file, TextEncoding encoding) throws IOException {
        char[] start = new char[8192];
        int length;
        try (Reader in = encoding.open(file)) {
            length = in.read(start);
        }
        int tabs = 0;
        int commas = 0;
        int semicolons = 0;
        boolean quoted = false;
        for (int i = 0; i < length; i++) {
            quoted ^= start[i] == '"';
            if (!quoted) {
                tabs += start[i] == '\t' ? 1 : 0;
                commas += start[i] == ',' ? 1 : 0;
                semicolons += start[i] == ';' ? 1 : 0;
            }
        }
        if (tabs > commas && tabs >= semicolons) {
            return '\t';
        }
        return semicolons > commas * 2 ? ';' : ',';
    }

    private static void refuseBinary(byte[] head, TextEncoding encoding) {
        boolean wide = encoding == TextEncoding.UTF_16LE_BOM || encoding == TextEncoding.UTF_16BE_BOM;
        boolean binary = startsWith(head, '%', 'P', 'D', 'F');
        for (byte b : head) {
            binary |= !wide && b == 0;
        }
        if (binary) {
            throw Problem.badRequest("roster-file-unknown-kind");
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(4096);
        }
    }

    private static boolean startsWith(byte[] head, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** Counts what passes, leaves blank rows out and stops at the limit. */
    private static final class Counting {

        private final Limits limits;
        private long rows;
        private long damaged;

        Counting(Limits limits) {
            this.limits = limits;
        }

        Consumer<RawRow> into(Consumer<RawRow> sink) {
            return sink == null ? null : row -> count(row, sink);
        }

        private void count(RawRow row, Consumer<RawRow> sink) {
            if (row.isBlank()) {
                return;
            }
            if (++rows > limits.rows()) {
                throw Problem.tooLarge("roster-file-too-many-rows", limits.rows());
            }
            if (row.damage() != null || row.cells().stream().anyMatch(c -> c.indexOf('\uFFFD') >= 0)) {
                damaged++;
            }
            sink.accept(row);
        }
    }
}
