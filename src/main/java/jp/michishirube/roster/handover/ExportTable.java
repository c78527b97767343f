package jp.michishirube.roster.handover;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.file.Column;
import jp.michishirube.roster.file.Layout;
import jp.michishirube.roster.file.Limits;
import jp.michishirube.roster.file.RawRow;
import jp.michishirube.roster.file.TableFile;
import jp.michishirube.roster.file.Texts;

/** Their file cut down to our layout: a column that is not asked for never leaves the closed network. */
final class ExportTable {

    private static final int LOOK_FOR_HEADINGS = 10;

    private final Layout layout;
    private final List<RawRow> first = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
    private Map<String, Integer> mapping;
    private List<Integer> indices;
    private List<String> headings;
    private List<String> behind = List.of();
    private List<String> notFound = List.of();
    private final List<String> also;
    private long rows;
    private long left;

    private ExportTable(Layout layout, List<String> also) {
        this.layout = layout;
        this.also = also;
    }

    /**
     * @param columns our keys to hand over; empty for all of the layout but free remarks, which nobody needs unless he says so
     * @param also    headings of further columns of theirs, carried as they stand
     * @throws Problem {@code roster-file-no-header} when a required column is not found among their headings, or as {@link TableFile}
     */
    static ExportTable of(Path file, Layout layout, List<String> columns, List<String> also) {
        ExportTable table = new ExportTable(layout, also);
        List<Column> wanted = layout.columns().stream().filter(c -> c.required() || columns.contains(c.key())
                || columns.isEmpty() && c.join() != Column.Join.NOTE).toList();
        TableFile.read(file, Limits.DEFAULT, row -> table.take(row, wanted));
        if (table.mapping == null) {
            table.begin(wanted);
        }
        return table;
    }

    private void take(RawRow row, List<Column> wanted) {
        if (mapping != null) {
            write(row);
            return;
        }
        first.add(row);
        if (first.size() == LOOK_FOR_HEADINGS) {
            begin(wanted);
        }
    }

    private void begin(List<Column> wanted) {
        RawRow header = first.stream().max(Comparator.comparingInt(r -> layout.guess(r.cells()).size())).orElseThrow();
        mapping = layout.guess(header.cells());
        if (layout.columns().stream().anyMatch(c -> c.required() && !mapping.containsKey(c.key()))) {
            throw Problem.badRequest("roster-file-no-header");
        }
        indices = new ArrayList<>();
        headings = new ArrayList<>();
        for (Column column : wanted) {
            if (mapping.containsKey(column.key())) {
                indices.add(mapping.get(column.key()));
                headings.add(column.header());
            }
        }
        List<String> theirs = header.cells().stream().map(Texts::trim).toList();
        notFound = also.stream().filter(h -> !theirs.contains(h)).toList();
        for (String heading : also) {
            int at = theirs.indexOf(heading);
            if (at >= 0 && !indices.contains(at)) {
                indices.add(at);
                headings.add(heading);
            }
        }
        behind = IntStream.range(0, theirs.size()).filter(i -> !indices.contains(i) && !theirs.get(i).isEmpty()).mapToObj(theirs::get).toList();
        line(headings);
        first.stream().filter(r -> r.line() > header.line()).forEach(this::write);
    }

    private void write(RawRow row) {
        if (row.damage() != null) {
            left++;
            return;
        }
        rows++;
        line(indices.stream().map(i -> i < row.cells().size() ? row.cells().get(i) : "").toList());
    }

    private void line(List<String> cells) {
        StringBuilder text = new StringBuilder();
        for (String cell : cells) {
            text.append(text.isEmpty() ? "\"" : ",\"").append(cell.replace("\"", "\"\"")).append('"');
        }
        out.writeBytes(text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    long rows() {
        return rows;
    }

    /** Rows that could not be read and stay behind. */
    long left() {
        return left;
    }

    List<String> headings() {
        return headings;
    }

    /** Headings of theirs that do not leave the closed network. */
    List<String> behind() {
        return behind;
    }

    /** Of the further headings asked for, those that the file does not have. */
    List<String> notFound() {
        return notFound;
    }
}
