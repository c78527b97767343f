package jp.michishirube.roster.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as cities write them: Western or of an era, with any separator or none, with an idle time of midnight behind. */
public final class Dates {

    /** First and last day of each era; the day of a change belongs to both. */
    private record Era(int firstYear, LocalDate from, LocalDate to) {}

    private static final Map<Character, Era> ERAS = Map.of(
            'M', new Era(1868, LocalDate.of(1868, 1, 25), LocalDate.of(1912, 7, 30)),
            'T', new Era(1912, LocalDate.of(1912, 7, 30), LocalDate.of(1926, 12, 25)),
            'S', new Era(1926, LocalDate.of(1926, 12, 25), LocalDate.of(1989, 1, 7)),
            'H', new Era(1989, LocalDate.of(1989, 1, 8), LocalDate.of(2019, 4, 30)),
            'R', new Era(2019, LocalDate.of(2019, 5, 1), LocalDate.MAX));
    private static final String DIGIT_ERAS = "MTSHR";

    private static final Pattern MIDNIGHT = Pattern.compile("(?<=\\d|日)[ T]+0{1,2}:00(?::00(?:\\.0+)?)?$");
    private static final Pattern WESTERN = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern PACKED = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern ERA = Pattern.compile("(?:([MTSHR])[-/.]?|([1-5])[-/.])(\\d{1,2}|元)[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern PACKED_ERA = Pattern.compile("([MTSHR])?([1-5](?=\\d{6}$))?(\\d{2})(\\d{2})(\\d{2})");

    private Dates() {}

    /**
     * @throws WrongValue {@code date} for what is no date, {@code date-day} for a day the month does not have, {@code date-era} for a
     *                    year the era never had, {@code date-era-over} for a day after the era's end
     */
    public static LocalDate parse(String cell) throws WrongValue {
        String text = plain(cell);
        Matcher m = WESTERN.matcher(text);
        if (m.matches() || (m = PACKED.matcher(text)).matches()) {
            return date(number(m, 1), number(m, 2), number(m, 3));
        }
        if (((m = ERA.matcher(text)).matches() || (m = PACKED_ERA.matcher(text)).matches()) && (m.group(1) == null) != (m.group(2) == null)) {
            Era era = era(m.group(1) == null ? m.group(2) : m.group(1));
            return checked(era, date(year(era, m.group(3)), number(m, 4), number(m, 5)));
        }
        throw new WrongValue("date");
    }

    /** The year of an era, as in {@code S16}. */
    static int year(String era, String year) throws WrongValue {
        return year(era(era), year);
    }

    private static Era era(String letterOrDigit) {
        char c = letterOrDigit.charAt(0);
        return ERAS.get(Character.isDigit(c) ? DIGIT_ERAS.charAt(c - '1') : c);
    }

    private static int year(Era era, String text) throws WrongValue {
        int year = text.equals("元") ? 1 : Integer.parseInt(text);
        int western = era.firstYear() + year - 1;
        if (year < 1 || western > Math.min(era.to().getYear(), 2200)) {
            throw new WrongValue("date-era");
        }
        return western;
    }

    private static LocalDate checked(Era era, LocalDate date) throws WrongValue {
        if (date.isBefore(era.from())) {
            throw new WrongValue("date-era");
        }
        if (date.isAfter(era.to())) {
            throw new WrongValue("date-era-over");
        }
        return date;
    }

    /** Narrow, without spaces and without midnight, the era as its letter. */
    static String plain(String cell) {
        String text = MIDNIGHT.matcher(Texts.narrow(cell)).replaceFirst("").replaceAll("\\s", "");
        return text.replace("明治", "M").replace("大正", "T").replace("昭和", "S").replace("平成", "H").replace("令和", "R")
                .replaceFirst("^明", "M").replaceFirst("^大", "T").replaceFirst("^昭", "S").replaceFirst("^平", "H").replaceFirst("^令", "R")
                .replace('m', 'M').replace('t', 'T').replace('s', 'S').replace('h', 'H').replace('r', 'R')
                .replace('‐', '-').replace('−', '-').replace('ー', '-').replace('・', '.');
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static LocalDate date(int year, int month, int day) throws WrongValue {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            throw new WrongValue("date-day");
        }
    }
}
