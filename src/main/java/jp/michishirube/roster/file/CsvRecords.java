package jp.michishirube.roster.file;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads separated values with bounded memory.
 *
 * <p>Written by hand because the usual parsers gather a whole record first: one line of 10 MB or a quote that is never closed would
 * take the rest of the file with it. Here such a record becomes one damaged row, and reading goes on at the line after its first.
 */
final class CsvRecords {

    private final Reader in;
    private final char separator;
    private final Limits limits;
    private final StringBuilder seen = new StringBuilder();
    private String replay = "";
    private int replayed;
    private long line = 1;

    CsvRecords(Reader in, char separator, Limits limits) {
        this.in = in;
        this.separator = separator;
        this.limits = limits;
    }

    /** @return the next record, or null at the end */
    RawRow next() throws IOException {
        long start = line;
        seen.setLength(0);
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean afterQuote = false;
        int breaks = 0;
        while (true) {
            int c = read();
            if (c < 0) {
                if (quoted) {
                    return openQuote(start);
                }
                if (seen.isEmpty()) {
                    return null;
                }
                break;
            }
            seen.append((char) c);
            if (seen.length() > limits.recordChars() || breaks > limits.recordLines()) {
                return quoted && seen.indexOf("\n") >= 0 ? openQuote(start) : tooLong(start, c);
            }
            if (quoted) {
                if (c == '"') {
                    quoted = false;
                    afterQuote = true;
                } else {
                    cell.append((char) c);
                    breaks += c == '\n' ? 1 : 0;
                }
            } else if (c == '"' && (afterQuote || Texts.isBlank(cell.toString()))) {
                if (afterQuote) {
                    cell.append('"');
                } else {
                    cell.setLength(0);
                }
                quoted = true;
                afterQuote = false;
            } else if (c == separator) {
                cells.add(cell.toString());
                cell.setLength(0);
                afterQuote = false;
            } else if (c == '\n') {
                break;
            } else if (c != '\r') {
                cell.append((char) c);
                afterQuote = false;
            }
        }
        cells.add(cell.toString());
        boolean tooMany = cells.size() > limits.columns();
        return new RawRow(start, tooMany ? cells.subList(0, limits.columns()) : cells,
                tooMany ? RawRow.Damage.TOO_MANY_CELLS : null);
    }

    private int read() throws IOException {
        int c;
        if (replayed < replay.length()) {
            c = replay.charAt(replayed++);
        } else {
            c = in.read();
        }
        if (c == '\n') {
            line++;
        }
        return c;
    }

    /** Gives up on the record's first line only: what followed it is read again as records of their own. */
    private RawRow openQuote(long start) {
        int end = seen.indexOf("\n");
        String first = end < 0 ? seen.toString() : seen.substring(0, end);
        replay = (end < 0 ? "" : seen.substring(end + 1)) + replay.substring(replayed);
        replayed = 0;
        line = end < 0 ? line : start + 1;
        return new RawRow(start, List.of(head(first)), RawRow.Damage.OPEN_QUOTE);
    }

    private RawRow tooLong(long start, int last) throws IOException {
        for (int c = last; c >= 0 && c != '\n';) {
            c = read();
        }
        return new RawRow(start, List.of(head(seen)), RawRow.Damage.TOO_LONG);
    }

    private static String head(CharSequence text) {
        return text.subSequence(0, Math.min(200, text.length())).toString();
    }
}
