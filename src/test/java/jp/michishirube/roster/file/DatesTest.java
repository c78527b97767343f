package jp.michishirube.roster.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource({
        "1938-04-12, 1938-04-12", "1938/4/12, 1938-04-12", "１９３８／０４／１２, 1938-04-12", "19380412, 1938-04-12",
        "1938年4月12日, 1938-04-12", "昭和13年4月12日, 1938-04-12", "昭和１３年　４月１２日, 1938-04-12", "S13.4.12, 1938-04-12",
        "S13/04/12, 1938-04-12", "s13-4-12, 1938-04-12", "昭13.4.12, 1938-04-12", "3130412, 1938-04-12", "S130412, 1938-04-12",
        "平成元年1月8日, 1989-01-08", "令和元年5月1日, 2019-05-01", "大正15年12月24日, 1926-12-24", "S64.1.7, 1989-01-07",
        "1941/05/03 0:00:00, 1941-05-03", "大正15年12月25日, 1926-12-25", "昭和元年12月25日, 1926-12-25", "3-13-4-12, 1938-04-12", "㍼13年4月12日, 1938-04-12",
        "1938-04-12 00:00:00, 1938-04-12", "1938-04-12T00:00:00, 1938-04-12", "S.13.4.12, 1938-04-12"
    })
    void understands(String cell, LocalDate date) throws WrongValue {
        assertThat(Dates.parse(cell)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "昭和70年1月1日, date-era", "平成0年1月1日, date-era", "S1.1.1, date-era", "大正15年12月26日, date-era-over", "T15.12.26, date-era-over", "昭和64年3月1日, date-era-over", "S640108, date-era-over", "平成31年5月1日, date-era-over", "大正16年1月1日, date-era", "令和0年1月1日, date-era", "1938-02-30, date-day", "昭和13年13月1日, date-day",
        "1938-00-00, date-day", "不詳, date", "38/4/12, date", "令和, date", "14713, date"
    })
    void refusesWithItsReason(String cell, String kind) {
        assertThatThrownBy(() -> Dates.parse(cell)).isInstanceOfSatisfying(WrongValue.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
