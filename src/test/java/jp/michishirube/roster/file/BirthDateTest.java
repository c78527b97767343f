package jp.michishirube.roster.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthDateTest {

    @ParameterizedTest
    @CsvSource({
        "1941-05-03, 1941-05-03", "1941-00-00, 1941", "1941/00/00, 1941", "19410000, 1941", "1941-05-00, 1941-05", "19410500, 1941-05", "1941年, 1941",
        "昭和16年, 1941", "昭和16年不詳, 1941", "昭和16年月日不詳, 1941", "昭和16年5月, 1941-05", "昭和16年5月不詳, 1941-05", "昭和16年5月日不詳, 1941-05",
        "S16.00.00, 1941", "S16.5.0, 1941-05", "3160500, 1941-05", "S160000, 1941", "昭和16年頃, 1941", "1941-99-99, 1941", "不詳, 不詳", "不明, 不詳",
        "生年月日不詳, 不詳", "00000000, 不詳", "0000-00-00, 不詳", "昭和元年, 1926", "0000000, 不詳", "9999999, 不詳", "不祥, 不詳", "1941-05-XX, 1941-05", "1941年5月3日(土), 1941-05-03", "1941/5/3（土曜日）, 1941-05-03", "昭和16年5月3日生, 1941-05-03", "1941/05/03 0:00:00, 1941-05-03"
    })
    void asFarAsItIsKnown(String cell, String kept) throws WrongValue {
        assertThat(BirthDate.read(cell)).hasToString(kept);
        assertThat(BirthDate.of(kept)).hasToString(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "1938-02-30, date-day", "昭和13年13月1日, date-day", "1941-00-15, date-day", "1941-13-00, date-day", "大正16年, date-era", "昭和99年5月不詳, date-era",
        "たぶん春, date", "1941年5月3日頃, date", "41年5月, date", "大正15年12月26日, date-era-over"
    })
    void aMistakeIsNoUnknownDay(String cell, String kind) {
        assertThatThrownBy(() -> BirthDate.read(cell)).isInstanceOfSatisfying(WrongValue.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @Test
    void anUnknownDayNeverMakesAPersonYounger() {
        LocalDate today = LocalDate.of(2026, 11, 30);
        assertThat(new BirthDate(1951, 12, 1).careful(today, 125)).isEqualTo(74);
        assertThat(new BirthDate(1951, 12, 0).careful(today, 125)).isEqualTo(74);
        assertThat(new BirthDate(1951, 11, 0).careful(today, 125)).isEqualTo(75);
        assertThat(new BirthDate(1951, 0, 0).careful(today, 125)).isEqualTo(75);
        assertThat(new BirthDate(0, 0, 0).careful(today, 125)).isEqualTo(125);
        assertThat(new BirthDate(1951, 2, 0).latest()).isEqualTo("1951-02-28");
    }
}
