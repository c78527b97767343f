package jp.michishirube.plan.form;

import java.time.LocalDate;
import java.time.chrono.JapaneseEra;
import java.time.temporal.ChronoField;
import java.util.Map;

/** Dates as the plan shows them, with their era. */
public final class JapaneseDate {

    private static final Map<JapaneseEra, String> NAMES = Map.of(
            JapaneseEra.MEIJI, "明治", JapaneseEra.TAISHO, "大正", JapaneseEra.SHOWA, "昭和", JapaneseEra.HEISEI, "平成", JapaneseEra.REIWA, "令和");
    /** Before, Java knows no era by the day. */
    private static final LocalDate FIRST = LocalDate.of(1873, 1, 1);

    private JapaneseDate() {}

    /** {@code 1941年（昭和16年）5月3日}. */
    public static String show(LocalDate date) {
        return date.getYear() + "年（" + eraYear(date) + "）" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    private static String eraYear(LocalDate date) {
        var japanese = java.time.chrono.JapaneseDate.from(date.isBefore(FIRST) ? FIRST : date);
        int year = japanese.get(ChronoField.YEAR_OF_ERA);
        return NAMES.getOrDefault(japanese.getEra(), "") + (year == 1 ? "元" : String.valueOf(year)) + "年";
    }
}
