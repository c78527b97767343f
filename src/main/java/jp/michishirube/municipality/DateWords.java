package jp.michishirube.municipality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Days and times as people write them, in the reader's language and Japan's time. Templates call it {@code @dates}; null gives an empty text. */
@Component("dates")
public class DateWords {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter ERA = DateTimeFormatter.ofPattern("Gy年M月d日", Locale.JAPAN);

    /** 2026年11月22日（日） */
    public String day(LocalDate day) {
        return day == null ? "" : day.format(pattern("yyyy年M月d日（E）", "EEE d MMMM yyyy"));
    }

    public String day(Instant at) {
        return at == null ? "" : day(japan(at).toLocalDate());
    }

    /** 2026年11月22日（日）14:05 */
    public String moment(Instant at) {
        return at == null ? "" : japan(at).format(pattern("yyyy年M月d日（E）HH:mm", "EEE d MMMM yyyy, HH:mm"));
    }

    /** 11月22日, where the year is plain from the place. */
    public String shortDay(LocalDate day) {
        return day == null ? "" : day.format(pattern("M月d日", "d MMM"));
    }

    public String shortDay(Instant at) {
        return at == null ? "" : shortDay(japan(at).toLocalDate());
    }

    /** 14:05 */
    public String time(Instant at) {
        return at == null ? "" : japan(at).format(DateTimeFormatter.ofPattern("HH:mm"));
    }

    /** 昭和15年3月2日（1940年）, as papers write a birth date; the year alone counts in English. Before 明治6年: without era. */
    public String birth(LocalDate day) {
        if (day == null) {
            return "";
        }
        if (english() || day.isBefore(LocalDate.of(1873, 1, 1))) {
            return day.format(pattern("yyyy年M月d日", "d MMMM yyyy"));
        }
        return JapaneseDate.from(day).format(ERA).replaceFirst("(?<=\\D)1年", "元年") + "（" + day.getYear() + "年）";
    }

    /** @param known what is known of a birth date whose day is not, as {@link #partly} takes it; said where there is no day */
    public String birth(LocalDate day, String known) {
        return day == null ? partly(known, english()) : birth(day);
    }

    /**
     * A birth date as far as it is known: 1941年（月日不詳）.
     *
     * @param known {@code 1941}, {@code 1941-05}, or {@code 不詳} for nothing; null or empty gives an empty text
     */
    public static String partly(String known, boolean english) {
        if (known == null || known.isEmpty()) {
            return "";
        }
        String[] parts = known.split("-");
        if (!parts[0].matches("\\d{4}")) {
            return english ? "birth date not known" : "生年月日不詳";
        }
        return parts.length == 1 ? parts[0] + (english ? " (month and day not known)" : "年（月日不詳）")
                : english ? known + " (day not known)" : parts[0] + "年" + Integer.parseInt(parts[1]) + "月（日不詳）";
    }

    private static ZonedDateTime japan(Instant at) {
        return at.atZone(JAPAN);
    }

    private static boolean english() {
        return Locale.ENGLISH.getLanguage().equals(LocaleContextHolder.getLocale().getLanguage());
    }

    private static DateTimeFormatter pattern(String japanese, String english) {
        return english() ? DateTimeFormatter.ofPattern(english, Locale.UK) : DateTimeFormatter.ofPattern(japanese, Locale.JAPAN);
    }
}
