package jp.michishirube.roster.file;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import jp.michishirube.problem.Problem;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The first visible sheet of an {@code .xlsx}, row by row. Dates come as {@code yyyy-MM-dd}, numbers without exponent or {@code .0}. */
final class Workbook {

    private static final int MAX_PARTS = 2000;
    private static final long SHARED_STRINGS = 96L << 20;
    private static final long LOOK_AT_RATIO_FROM = 8L << 20;

    private Workbook() {}

    static void read(Path file, Limits limits, Consumer<RawRow> sink) throws IOException {
        unpackOnTrial(file, limits);
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            rows.forEach(row -> {
                if (row.getCellCount() > limits.columns()) {
                    sink.accept(new RawRow(row.getRowNum(), List.of(), RawRow.Damage.TOO_MANY_CELLS));
                } else {
                    sink.accept(new RawRow(row.getRowNum(), cells(row), null));
                }
            });
        } catch (Problem e) {
            throw e;
        } catch (RuntimeException e) {
            throw Problem.badRequest("roster-file-damaged");
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            cells.add(cell == null ? "" : text(cell));
        }
        return cells;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA && cell.getValue() instanceof BigDecimal) {
            BigDecimal number = (BigDecimal) cell.getValue();
            if (isDate(cell.getDataFormatString()) && number.signum() > 0 && number.intValue() < 2_958_466) {
                return cell.asDate().toLocalDate().toString();
            }
            return number.stripTrailingZeros().toPlainString();
        }
        if (cell.getType() == CellType.ERROR) {
            return "\uFFFD";
        }
        String text = cell.getText();
        return text == null ? "" : text.replace("_x000D_", "");
    }

    /** Excel knows no date, only a number format that shows one. */
    private static boolean isDate(String format) {
        if (format == null) {
            return false;
        }
        String plain = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        return plain.contains("y") || plain.contains("d") && plain.contains("m") || plain.contains("ge") || plain.contains("gg");
    }

    /**
     * Unpacks every part once, counting: the sizes in the directory are the sender's claim. Document types are refused, as no
     * spreadsheet program writes one.
     */
    private static void unpackOnTrial(Path file, Limits limits) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MAX_PARTS) {
                throw Problem.badRequest("roster-file-bomb");
            }
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw Problem.badRequest("roster-file-unknown-kind");
            }
            for (var parts = zip.entries(); parts.hasMoreElements();) {
                ZipEntry part = parts.nextElement();
                long size = 0;
                try (InputStream in = zip.getInputStream(part)) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        if (size == 0 && new String(buffer, 0, n, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
                            throw Problem.badRequest("roster-file-damaged");
                        }
                        size += n;
                        total += n;
                        boolean strings = part.getName().equals("xl/sharedStrings.xml") && size > SHARED_STRINGS;
                        boolean grows = size > LOOK_AT_RATIO_FROM
                                && size / Math.max(1, part.getCompressedSize()) > limits.ratio();
                        if (total > limits.unzippedBytes() || strings || grows) {
                            throw Problem.badRequest("roster-file-bomb");
                        }
                    }
                }
            }
        }
    }
}
