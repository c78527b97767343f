package jp.michishirube.roster.mapping;

import java.util.List;
import java.util.regex.Pattern;
import jp.michishirube.roster.file.Column;
import jp.michishirube.roster.file.RawRow;
import jp.michishirube.roster.file.Texts;
import jp.michishirube.roster.file.WrongValue;

/** Cells that hold no value of their own: "as above", and house numbers that a spreadsheet has taken for dates. */
final class StrayCells {

    private static final Pattern DITTO = Pattern.compile("[〃″〟々゛\"]{1,2}|同上|同左|上に同じ|上と同じ");
    private static final Pattern MONTHS = Pattern.compile("(?i)(?:\\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\\d{2})");
    /** As a spreadsheet shows a date that somebody typed as 1-2; and as its file keeps it. */
    private static final Pattern DAY = Pattern.compile("(?:19|20)\\d{2}(?:-\\d{2}-\\d{2}|/\\d{1,2}/\\d{1,2}|年\\d{1,2}月(?:\\d{1,2}日)?)|\\d{1,2}月\\d{1,2}日");

    private StrayCells() {}

    /**
     * @throws WrongValue {@code ditto} for a cell that points at the row above, {@code address-date} for a house number that has become a date,
     *                    {@code address-above} for an address that is a house number alone, or whose columns begin with one for want of the first
     */
    static void refuse(Column column, List<Use> uses, RawRow raw) throws WrongValue {
        for (Use use : uses) {
            String cell = Texts.narrow(Joined.cell(use, raw));
            if (!cell.isEmpty() && cell.length() <= 5 && DITTO.matcher(cell).matches()) {
                throw new WrongValue("ditto");
            }
            if (column.key().equals("address") && (DAY.matcher(cell).matches() || MONTHS.matcher(cell).matches())) {
                throw new WrongValue("address-date");
            }
        }
        if (column.key().equals("address") && Texts.narrow(Joined.of(column.join(), uses, raw)).matches("[\\d〇一二三四五六七八九十丁目番地号の -]+")) {
            throw new WrongValue("address-above");
        }
        if (column.key().equals("address") && uses.size() > 1 && Texts.isBlank(Joined.cell(uses.get(0), raw))
                && Texts.narrow(Joined.of(column.join(), uses, raw)).matches("(?:第)?[\\d〇一二三四五六七八九十].*")) {
            throw new WrongValue("address-above");
        }
    }
}
