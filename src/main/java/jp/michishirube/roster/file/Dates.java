package jp.michishirube.roster.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as cities write them: Western or of an era, with any separator or none. */
public final class Dates {

    /** First and last day of each era; a birth date is also accepted in the old era's last year after its end. */
    private record Era(int firstYear, int years, LocalDate from) {}

    private static final Map<Character, Era> ERAS = Map.of(
            'M', new Era(1868, 45, LocalDate.of(1868, 1, 25)),
            'T', new Era(1912, 15, LocalDate.of(1912, 7, 30)),
            'S', new Era(1926, 64, LocalDate.of(1926, 12, 25)),
            'H', new Era(1989, 31, LocalDate.of(1989, 1, 8)),
            'R', new Era(2019, 99, LocalDate.of(2019, 5, 1)));
    private static final String DIGIT_ERAS = "MTSHR";

    private static final Pattern WESTERN = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T]0?0:00(?::00)?)?");
    private static final Pattern PACKED = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern ERA = Pattern.compile("([MTSHR])(\\d{1,2}|元)[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern PACKED_ERA = Pattern.compile("([MTSHR1-5])(\\d{2})(\\d{2})(\\d{2})");

    private Dates() {}

    /**
     * @throws WrongValue {@code date} for what is no date, {@code date-day} for a day the month does not have, {@code date-era} for a
     *                    year the era does not have
     */
    public static LocalDate parse(String cell) throws WrongValue {
        String text = shorten(Texts.narrow(cell));
        Matcher m = WESTERN.matcher(text);
        if (m.matches() || (m = PACKED.matcher(text)).matches()) {
            return date(number(m, 1), number(m, 2), number(m, 3));
        }
        if ((m = ERA.matcher(text)).matches() || (m = PACKED_ERA.matcher(text)).matches()) {
            char letter = m.group(1).charAt(0);
            Era era = ERAS.get(Character.isDigit(letter) ? DIGIT_ERAS.charAt(letter - '1') : letter);
            int year = m.group(2).equals("元") ? 1 : number(m, 2);
            if (year < 1 || year > era.years()) {
                throw new WrongValue("date-era");
            }
            LocalDate date = date(era.firstYear() + year - 1, number(m, 3), number(m, 4));
            if (date.isBefore(era.from())) {
                throw new WrongValue("date-era");
            }
            return date;
        }
        throw new WrongValue("date");
    }

    private static String shorten(String text) {
        return text.replace(" ", "").replace("T00:00", " 00:00").replace("00:00:00", " 00:00").replace("  ", " ")
                .replace("明治", "M").replace("大正", "T").replace("昭和", "S").replace("平成", "H").replace("令和", "R")
                .replaceFirst("^明", "M").replaceFirst("^大", "T").replaceFirst("^昭", "S").replaceFirst("^平", "H").replaceFirst("^令", "R")
                .replaceFirst("^([mtshr])", "$1").replace('m', 'M').replace('t', 'T').replace('s', 'S').replace('h', 'H').replace('r', 'R')
                .replaceFirst("^([MTSHR])[.]", "$1").replace('‐', '-').replace('−', '-').replace('ー', '-').replace('・', '.');
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
