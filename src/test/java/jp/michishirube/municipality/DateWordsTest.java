package jp.michishirube.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class DateWordsTest {

    private final DateWords dates = new DateWords();

    @AfterEach
    void back() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void japaneseWithWeekdayInJapansTime() {
        LocaleContextHolder.setLocale(Locale.JAPANESE);
        assertThat(dates.moment(Instant.parse("2026-11-21T15:05:00Z"))).isEqualTo("2026年11月22日（日）00:05");
        assertThat(dates.shortDay(LocalDate.of(2026, 11, 2))).isEqualTo("11月2日");
        assertThat(dates.day((LocalDate) null)).isEmpty();
    }

    @Test
    void birthDatesTellTheEra() {
        LocaleContextHolder.setLocale(Locale.JAPANESE);
        assertThat(dates.birth(LocalDate.of(1940, 3, 2))).isEqualTo("昭和15年3月2日（1940年）");
        assertThat(dates.birth(LocalDate.of(2019, 5, 1))).isEqualTo("令和元年5月1日（2019年）");
        assertThat(dates.birth(LocalDate.of(1936, 1, 1))).isEqualTo("昭和11年1月1日（1936年）");
    }

    @Test
    void englishByTheSwitch() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(dates.day(LocalDate.of(2026, 11, 22))).isEqualTo("Sun 22 November 2026");
        assertThat(dates.birth(LocalDate.of(1940, 3, 2))).isEqualTo("2 March 1940");
    }
}
