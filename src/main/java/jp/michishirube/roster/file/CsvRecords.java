package jp.michishirube.roster.file;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads separated values with bounded memory. A line ends with CRLF, LF or CR, in any mixture.
 *
 * <p>Written by hand because the usual parsers gather a whole record first: one line of 10 MB or a quote that is never closed would
 * take the rest of the file with it. Here such a record becomes one damaged row, and reading goes on at the line after its first.
 */
final class CsvRecords {

    /** End-of-file mark of old systems. */
    private static final char CTRL_Z = 0x1A;

    private final Characters in;
    private final char separator;
    private final Limits limits;

    CsvRecords(Reader in, char separator, Limits limits) {
        this.in = new Characters(in);
        this.separator = separator;
        this.limits = limits;
    }

    /** @return the next record, or null at the end */
    RawRow next() throws IOException {
        long start = in.line();
        in.begin();
        List<String> cells = new ArrayList<>();
        CsvCell cell = new CsvCell();
        while (true) {
            int c = in.read();
            if (c == CTRL_Z && !cell.isQuoted() && in.endsHere(CTRL_Z)) {
                c = -1;
            }
            if (c < 0) {
                if (cell.isQuoted()) {
                    return openQuote(start);
                }
                if (in.seen() == 0) {
                    return null;
                }
                break;
            }
            if (in.seen() > limits.recordChars() || cell.breaks() > limits.recordLines()) {
                return cell.isQuoted() && in.hasBreak() ? openQuote(start) : tooLong(start, c);
            }
            if (!cell.isQuoted() && c == separator) {
                cells.add(cell.end());
            } else if (!cell.isQuoted() && (c == '\n' || c == '\r')) {
                in.skipLineFeedAfter(c);
                break;
            } else {
                cell.take((char) c);
            }
        }
        cells.add(cell.end());
        boolean tooMany = cells.size() > limits.columns();
        return new RawRow(start, tooMany ? cells.subList(0, limits.columns()) : cells,
                tooMany ? RawRow.Damage.TOO_MANY_CELLS : null);
    }

    /** Gives up on the record's first line only: what followed it is read again as records of their own. */
    private RawRow openQuote(long start) {
        return new RawRow(start, List.of(head(in.backToSecondLine(start))), RawRow.Damage.OPEN_QUOTE);
    }

    private RawRow tooLong(long start, int last) throws IOException {
        String head = head(in.seenSoFar());
        in.skipLine(last);
        return new RawRow(start, List.of(head), RawRow.Damage.TOO_LONG);
    }

    private static String head(CharSequence text) {
        return text.subSequence(0, Math.min(200, text.length())).toString();
    }
}
