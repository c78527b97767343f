package jp.michishirube.roster.file;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A birth date as far as it is known. Old registers know the year or the month alone, or nothing: such a person is on the list like any
 * other. Kept as {@code 1941-05-03}, {@code 1941-05}, {@code 1941} or {@value #UNKNOWN}.
 *
 * @param year  0 when unknown
 * @param month 0 when unknown
 * @param day   0 when unknown
 */
public record BirthDate(int year, int month, int day) {

    public static final String UNKNOWN = "不詳";

    private static final Pattern NOTHING = Pattern.compile("(?:生年月日)?(?:不詳|不祥|不明|未詳)|0{7,8}|9{7,8}|0{4}[-/.]0{2}[-/.]0{2}|9{4}[-/.]99[-/.]99");
    private static final Pattern DAY_OF_WEEK = Pattern.compile("\\([日月火水木金土](?:曜日?)?\\)$");
    private static final Pattern NO_NUMBER = Pattern.compile("0{1,2}|99|不詳|不祥|不明|未詳|[?*Xx×]{1,2}");
    private static final Pattern PACKED = Pattern.compile("(?:(\\d{4})|([MTSHR1-5])(\\d{2}))(\\d{2}\\.\\d{2})");
    private static final Pattern BY_PARTS = Pattern.compile("(?:(\\d{4})|([MTSHR])[-/.]?(\\d{1,2}|元))(?:[-/.年](.*))?");

    /** @throws WrongValue as {@link Dates#parse}, for a date that is neither known nor said to be unknown */
    public static BirthDate read(String cell) throws WrongValue {
        String plain = DAY_OF_WEEK.matcher(Dates.plain(cell)).replaceFirst("").replaceFirst("(?<=日)(?:生まれ|生)$", "");
        try {
            LocalDate date = Dates.parse(plain);
            return new BirthDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        } catch (WrongValue e) {
            return partly(plain.replaceFirst("(?:生まれ|生|頃|ごろ)$", ""), e);
        }
    }

    private static BirthDate partly(String text, WrongValue otherwise) throws WrongValue {
        if (NOTHING.matcher(text).matches()) {
            return new BirthDate(0, 0, 0);
        }
        Matcher m = PACKED.matcher(text.replaceFirst("(\\d{2})(\\d{2})$", "$1.$2"));
        if (!m.matches() && !(m = BY_PARTS.matcher(text)).matches()) {
            throw otherwise;
        }
        int year = m.group(1) == null ? Dates.year(m.group(2), m.group(3)) : Integer.parseInt(m.group(1));
        String[] rest = m.group(4) == null ? new String[0] : Arrays.stream(m.group(4).split("[-/.月日]")).filter(p -> !p.isEmpty()).toArray(String[]::new);
        int month = rest.length > 0 ? number(rest[0], otherwise) : 0;
        int day = rest.length > 1 ? number(rest[1], otherwise) : 0;
        // a day that the month does not have is a mistake, not an unknown day
        if (rest.length > 2 || month > 12 || day > 0) {
            throw otherwise;
        }
        return new BirthDate(year, month, 0);
    }

    private static int number(String part, WrongValue otherwise) throws WrongValue {
        if (NO_NUMBER.matcher(part).matches()) {
            return 0;
        }
        if (!part.matches("\\d{1,2}")) {
            throw otherwise;
        }
        return Integer.parseInt(part);
    }

    /** @param kept as {@link #toString} writes it */
    public static BirthDate of(String kept) {
        if (kept.equals(UNKNOWN)) {
            return new BirthDate(0, 0, 0);
        }
        String[] parts = kept.split("-");
        return new BirthDate(Integer.parseInt(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : 0,
                parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
    }

    public boolean isWhole() {
        return day > 0;
    }

    /** @return null while the day is not known */
    public LocalDate whole() {
        return isWhole() ? LocalDate.of(year, month, day) : null;
    }

    /** The earliest day it can have been; null when nothing is known. */
    public LocalDate earliest() {
        return year == 0 ? null : LocalDate.of(year, Math.max(1, month), Math.max(1, day));
    }

    /** The latest day it can have been; null when nothing is known. */
    public LocalDate latest() {
        if (year == 0) {
            return null;
        }
        return isWhole() ? whole() : YearMonth.of(year, month == 0 ? 12 : month).atEndOfMonth();
    }

    /**
     * The age for questions of need: the highest possible, so that an unknown day never makes a person seem younger.
     *
     * @param whenUnknown for a person of whom not even the year is known
     */
    public int careful(LocalDate today, int whenUnknown) {
        return year == 0 ? whenUnknown : Period.between(earliest(), today).getYears();
    }

    @Override
    public String toString() {
        if (year == 0) {
            return UNKNOWN;
        }
        return "%04d".formatted(year) + (month == 0 ? "" : "-%02d".formatted(month)) + (day == 0 ? "" : "-%02d".formatted(day));
    }
}
