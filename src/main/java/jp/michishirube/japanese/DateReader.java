package jp.michishirube.japanese;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one reader of dates, in lists, notebooks and what people type: Western or of an era, with any separator or none, with an idle time
 * of midnight behind: 昭和16年5月3日, S16.5.3, 3160503, 令和元年6月1日, 1941-05-03, 19410503.
 */
public final class DateReader {

    /** First and last day of each era; the day of a change belongs to both. */
    private record Era(int firstYear, LocalDate from, LocalDate to) {}

    private static final Map<Character, Era> ERAS = Map.of(
            'M', new Era(1868, LocalDate.of(1868, 1, 25), LocalDate.of(1912, 7, 30)),
            'T', new Era(1912, LocalDate.of(1912, 7, 30), LocalDate.of(1926, 12, 25)),
            'S', new Era(1926, LocalDate.of(1926, 12, 25), LocalDate.of(1989, 1, 7)),
            'H', new Era(1989, LocalDate.of(1989, 1, 8), LocalDate.of(2019, 4, 30)),
            'R', new Era(2019, LocalDate.of(2019, 5, 1), LocalDate.MAX));
    private static final String DIGIT_ERAS = "MTSHR";
    /** Until then Japan counted by the moon; and nobody is left of whom to write. */
    private static final LocalDate FIRST_TYPED = LocalDate.of(1873, 1, 1);
    private static final int LAST_YEAR = 2200;

    private static final Pattern MIDNIGHT = Pattern.compile("(?<=\\d|日)[ T]+0{1,2}:00(?::00(?:\\.0+)?)?$");
    private static final Pattern WESTERN = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern PACKED = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern ERA = Pattern.compile("(?:([MTSHR])[-/.]?|([1-5])[-/.])(\\d{1,2}|元)[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern PACKED_ERA = Pattern.compile("([MTSHR])?([1-5](?=\\d{6}$))?(\\d{2})(\\d{2})(\\d{2})");
    /** An era by its digit is for files: seven digits that a person types are a date with one left out. */
    private static final Pattern DIGITS_OF_FILES = Pattern.compile("[1-5](\\d{6}|[-/.]\\d{1,2}[-/.].*)");

    private DateReader() {}

    /** Why a text is no date. */
    public static final class NoDate extends Exception {

        private final String kind;

        NoDate(String kind) {
            super(kind, null, false, false);
            this.kind = kind;
        }

        /** {@code date}, or {@code date-day}, {@code date-era}, {@code date-era-over}. */
        public String kind() {
            return kind;
        }
    }

    /**
     * As files have it.
     *
     * @throws NoDate {@code date} for what is no date, {@code date-day} for a day the month does not have, {@code date-era} for a year the
     *                era never had, {@code date-era-over} for a day after the era's end
     */
    public static LocalDate read(String text) throws NoDate {
        String plain = plain(text);
        Matcher m = WESTERN.matcher(plain);
        if (m.matches() || (m = PACKED.matcher(plain)).matches()) {
            return date(number(m, 1), number(m, 2), number(m, 3));
        }
        if (((m = ERA.matcher(plain)).matches() || (m = PACKED_ERA.matcher(plain)).matches()) && (m.group(1) == null) != (m.group(2) == null)) {
            Era era = era(m.group(1) == null ? m.group(2) : m.group(1));
            return checked(era, date(year(era, m.group(3)), number(m, 4), number(m, 5)));
        }
        throw new NoDate("date");
    }

    /** As a person types it; empty when it is no date, or one that never was (昭和65年, 平成元年1月7日, 2月30日). */
    public static Optional<LocalDate> typed(String text) {
        try {
            LocalDate date = DIGITS_OF_FILES.matcher(plain(text)).matches() ? null : read(text);
            return Optional.ofNullable(date).filter(d -> !d.isBefore(FIRST_TYPED) && d.getYear() <= LAST_YEAR);
        } catch (NoDate e) {
            return Optional.empty();
        }
    }

    /** The year of an era, as in {@code S16}. */
    public static int year(String era, String year) throws NoDate {
        return year(era(era), year);
    }

    private static Era era(String letterOrDigit) {
        char c = letterOrDigit.charAt(0);
        return ERAS.get(Character.isDigit(c) ? DIGIT_ERAS.charAt(c - '1') : c);
    }

    private static int year(Era era, String text) throws NoDate {
        int year = text.equals("元") ? 1 : Integer.parseInt(text);
        int western = era.firstYear() + year - 1;
        if (year < 1 || western > Math.min(era.to().getYear(), LAST_YEAR)) {
            throw new NoDate("date-era");
        }
        return western;
    }

    private static LocalDate checked(Era era, LocalDate date) throws NoDate {
        if (date.isBefore(era.from())) {
            throw new NoDate("date-era");
        }
        if (date.isAfter(era.to())) {
            throw new NoDate("date-era-over");
        }
        return date;
    }

    /** Narrow, without spaces and without midnight, the era as its letter. */
    public static String plain(String text) {
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return MIDNIGHT.matcher(narrow.strip()).replaceFirst("").replaceAll("\\s", "")
                .replace("明治", "M").replace("大正", "T").replace("昭和", "S").replace("平成", "H").replace("令和", "R")
                .replaceFirst("^明", "M").replaceFirst("^大", "T").replaceFirst("^昭", "S").replaceFirst("^平", "H").replaceFirst("^令", "R")
                .replace('m', 'M').replace('t', 'T').replace('s', 'S').replace('h', 'H').replace('r', 'R')
                .replace('‐', '-').replace('−', '-').replace('ー', '-').replace('・', '.');
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static LocalDate date(int year, int month, int day) throws NoDate {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            throw new NoDate("date-day");
        }
    }
}
