package jp.michishirube.document;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A list for spreadsheets: UTF-8 with BOM, and no cell that a spreadsheet would take for a formula. */
public final class CsvList {

    private CsvList() {}

    /** @param lines the heads first */
    public static byte[] of(List<List<String>> lines) {
        StringBuilder csv = new StringBuilder("\uFEFF");
        lines.forEach(line -> csv.append(String.join(",", line.stream().map(CsvList::quoted).toList())).append("\r\n"));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String cell) {
        String safe = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
