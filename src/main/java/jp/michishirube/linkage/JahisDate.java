package jp.michishirube.linkage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseChronology;
import java.time.chrono.JapaneseEra;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of the notebook: {@code YYYYMMDD}, or an era by letter (or number) and {@code YYMMDD}. */
final class JahisDate {

    private static final Pattern WESTERN = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern ERA = Pattern.compile("([MTSHRmtshr1-5])(\\d{2})(\\d{2})(\\d{2})");
    private static final Map<Character, JapaneseEra> ERAS = Map.of(
            'M', JapaneseEra.MEIJI, 'T', JapaneseEra.TAISHO, 'S', JapaneseEra.SHOWA, 'H', JapaneseEra.HEISEI, 'R', JapaneseEra.REIWA,
            '1', JapaneseEra.MEIJI, '2', JapaneseEra.TAISHO, '3', JapaneseEra.SHOWA, '4', JapaneseEra.HEISEI, '5', JapaneseEra.REIWA);

    private JahisDate() {}

    /** @return empty for what is no date, or a day that its era never had (昭和65年) */
    static Optional<LocalDate> parse(String text) {
        try {
            Matcher western = WESTERN.matcher(text);
            if (western.matches()) {
                return Optional.of(LocalDate.of(number(western, 1), number(western, 2), number(western, 3)));
            }
            Matcher era = ERA.matcher(text);
            if (era.matches()) {
                JapaneseEra which = ERAS.get(Character.toUpperCase(era.group(1).charAt(0)));
                return Optional.of(LocalDate.from(JapaneseChronology.INSTANCE.date(
                        which, number(era, 2), number(era, 3), number(era, 4))));
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
