package jp.michishirube.roster.intake;

import java.util.Locale;
import java.util.Set;
import jp.michishirube.japanese.CsvList;
import jp.michishirube.roster.entry.Verdict;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The list of wrong rows and of those that stand in the file twice, to send back to whoever made the file. */
@Component
class WrongRowsCsv {

    private final PreviewRows rows;
    private final MessageSource texts;

    WrongRowsCsv(PreviewRows rows, MessageSource texts) {
        this.rows = rows;
        this.texts = texts;
    }

    /** @param lines which may be shown */
    void write(long intake, Set<Long> lines, Locale locale, Appendable out) {
        CsvList list = new CsvList(out);
        list.line(text("roster.csv.line", locale), text("roster.csv.column", locale), text("roster.csv.value", locale),
                text("roster.csv.reason", locale));
        rows.eachWrong(intake, row -> {
            if (!lines.contains(row.line())) {
                return;
            }
            for (RowView.Finding p : row.problems()) {
                list.line(row.line(), text("roster.field." + p.column(), locale), p.value(), text("roster.wrong." + p.kind(), locale));
            }
            if (row.verdict() == Verdict.DUPLICATE) {
                list.line(row.line(), text("roster.field.", locale), row.get("name"),
                        texts.getMessage("roster.import.other-line", new Object[] {row.otherLine()}, locale));
            }
        });
    }

    private String text(String key, Locale locale) {
        return texts.getMessage(key, null, key, locale);
    }
}
