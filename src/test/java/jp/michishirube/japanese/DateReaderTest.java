package jp.michishirube.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {

    @ParameterizedTest
    @CsvSource({"昭和16年5月3日,1941-05-03", "S16.5.3,1941-05-03", "ｓ１６．５．３,1941-05-03", "令和元年6月1日,2019-06-01", "平成31年4月30日,2019-04-30",
        "昭和64年1月7日,1989-01-07", "平成元年1月8日,1989-01-08", "1941-05-03,1941-05-03", "1941年5月3日,1941-05-03", "19410503,1941-05-03",
        "大正15年12月24日,1926-12-24", "大正15年12月25日,1926-12-25", "昭和元年12月25日,1926-12-25", "S160503,1941-05-03", "明治45年7月29日,1912-07-29"})
    void datesAsPeopleWriteThem(String typed, LocalDate meant) {
        assertThat(DateReader.typed(typed)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"昭和65年1月1日", "昭和64年1月8日", "平成元年1月7日", "令和0年1月1日", "昭和16年2月30日", "平成31年5月1日", "明治5年1月1日", "2026-13-01", "昭和", "3160503", "3-16-5-3", "1941053", "きのう", ""})
    void datesThatNeverWere(String typed) {
        assertThat(DateReader.typed(typed)).isEmpty();
    }

    /** A list, a notebook and a person mean the same day by the same words. */
    @ParameterizedTest
    @CsvSource({"昭和16年5月3日,1941-05-03", "S160503,1941-05-03", "19410503,1941-05-03", "大正15年12月25日,1926-12-25", "令和元年5月1日,2019-05-01"})
    void filesAndPeopleMeanTheSame(String text, LocalDate meant) throws DateReader.NoDate {
        assertThat(DateReader.read(text)).isEqualTo(meant);
        assertThat(DateReader.typed(text)).contains(meant);
    }
}
