package jp.michishirube.roster.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Set;
import jp.michishirube.roster.entry.Verdict;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The list of wrong rows and of those that stand in the file twice, to send back to whoever made the file. Opens in Excel; a value that looks like a formula is only text there. */
@Component
class WrongRowsCsv {

    private final PreviewRows rows;
    private final MessageSource texts;

    WrongRowsCsv(PreviewRows rows, MessageSource texts) {
        this.rows = rows;
        this.texts = texts;
    }

    /** @param lines which may be shown */
    void write(long intake, Set<Long> lines, Locale locale, Writer out) throws IOException {
        out.write('\uFEFF');
        line(out, text("roster.csv.line", locale), text("roster.csv.column", locale), text("roster.csv.value", locale),
                text("roster.csv.reason", locale));
        try {
            rows.eachWrong(intake, row -> {
                if (!lines.contains(row.line())) {
                    return;
                }
                try {
                    for (RowView.Finding p : row.problems()) {
                        line(out, String.valueOf(row.line()), text("roster.field." + p.column(), locale), p.value(), text("roster.wrong." + p.kind(), locale));
                    }
                    if (row.verdict() == Verdict.DUPLICATE) {
                        line(out, String.valueOf(row.line()), text("roster.field.", locale), row.get("name"),
                                texts.getMessage("roster.import.other-line", new Object[] {row.otherLine()}, locale));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void line(Writer out, String... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            out.write(i == 0 ? "\"" : ",\"");
            out.write(safe(cells[i]).replace("\"", "\"\""));
            out.write('"');
        }
        out.write("\r\n");
    }

    /** Excel runs what begins with one of these; an apostrophe before it makes it text. */
    static String safe(String value) {
        return !value.isEmpty() && "=+-@\t\r＝＋－＠".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    private String text(String key, Locale locale) {
        return texts.getMessage(key, null, key, locale);
    }
}
