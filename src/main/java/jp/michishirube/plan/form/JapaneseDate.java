package jp.michishirube.plan.form;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseChronology;
import java.time.chrono.JapaneseEra;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people write them: 昭和16年5月3日, S16.5.3, 令和元年6月1日, 1941-05-03, 1941年5月3日, 19410503. */
public final class JapaneseDate {

    private static final Map<String, JapaneseEra> ERAS = Map.of(
            "明治", JapaneseEra.MEIJI, "大正", JapaneseEra.TAISHO, "昭和", JapaneseEra.SHOWA, "平成", JapaneseEra.HEISEI, "令和", JapaneseEra.REIWA,
            "M", JapaneseEra.MEIJI, "T", JapaneseEra.TAISHO, "S", JapaneseEra.SHOWA, "H", JapaneseEra.HEISEI);
    private static final Map<JapaneseEra, String> NAMES = Map.of(
            JapaneseEra.MEIJI, "明治", JapaneseEra.TAISHO, "大正", JapaneseEra.SHOWA, "昭和", JapaneseEra.HEISEI, "平成", JapaneseEra.REIWA, "令和");
    private static final Pattern ERA = Pattern.compile("(明治|大正|昭和|平成|令和|[MTSHR])(元|\\d{1,2})[年./-](\\d{1,2})[月./-](\\d{1,2})日?");
    private static final Pattern WESTERN = Pattern.compile("(\\d{4})[年./-](\\d{1,2})[月./-](\\d{1,2})日?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private JapaneseDate() {}

    /** @return empty when the text is no date, or a date that never was (昭和65年, 平成元年1月7日, 2月30日) */
    public static Optional<LocalDate> parse(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        try {
            Matcher era = ERA.matcher(text);
            if (era.matches()) {
                JapaneseEra of = "R".equals(era.group(1)) ? JapaneseEra.REIWA : ERAS.get(era.group(1));
                int year = "元".equals(era.group(2)) ? 1 : Integer.parseInt(era.group(2));
                return era(of, year, Integer.parseInt(era.group(3)), Integer.parseInt(era.group(4)));
            }
            Matcher western = WESTERN.matcher(text);
            Matcher plain = western.matches() ? western : COMPACT.matcher(text);
            if (plain.matches()) {
                LocalDate date = LocalDate.of(Integer.parseInt(plain.group(1)), Integer.parseInt(plain.group(2)), Integer.parseInt(plain.group(3)));
                return date.getYear() < 1868 || date.getYear() > 2200 ? Optional.empty() : Optional.of(date);
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> era(JapaneseEra era, int year, int month, int day) {
        int western = JapaneseChronology.INSTANCE.prolepticYear(era, year);
        LocalDate date = LocalDate.of(western, month, day);
        // Java knows eras by day only from Meiji 6 on (solar calendar); before that there is nobody left to write a plan for.
        return era == JapaneseEra.MEIJI && year < 6 || !java.time.chrono.JapaneseDate.from(date).getEra().equals(era)
                ? Optional.empty() : Optional.of(date);
    }

    /** {@code 1941年（昭和16年）5月3日}. */
    public static String show(LocalDate date) {
        return date.getYear() + "年（" + eraYear(date) + "）" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    /** {@code 昭和16年5月3日}, as papers write it. */
    public static String showEra(LocalDate date) {
        return eraYear(date) + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    private static String eraYear(LocalDate date) {
        var japanese = java.time.chrono.JapaneseDate.from(date.isBefore(LocalDate.of(1873, 1, 1)) ? LocalDate.of(1873, 1, 1) : date);
        int year = japanese.get(java.time.temporal.ChronoField.YEAR_OF_ERA);
        return NAMES.getOrDefault(japanese.getEra(), "") + (year == 1 ? "元" : String.valueOf(year)) + "年";
    }
}
