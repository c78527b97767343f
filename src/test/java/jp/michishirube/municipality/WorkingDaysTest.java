package jp.michishirube.municipality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

    private static final NationalHolidays HOLIDAYS = NationalHolidays.read(new Folders(null).get("forms/national-holidays.csv"));

    private final WorkingDays days = new WorkingDays(new CalendarPolicy(null, null, null), HOLIDAYS);

    @ParameterizedTest
    @ValueSource(ints = {2026, 2027})
    void theLawAgreesWithTheOfficialList(int year) {
        assertThat(NationalHolidays.byLaw(year)).containsExactlyInAnyOrderElementsOf(HOLIDAYS.of(year));
    }

    @Test
    void theOfficialListIsReadInItsOwnEncoding() {
        byte[] cp932 = "国民の祝日・休日月日,国民の祝日・休日名称\r\n2021/7/22,海の日\r\n".getBytes(java.nio.charset.Charset.forName("windows-31j"));
        assertThat(NationalHolidays.read(new org.springframework.core.io.ByteArrayResource(cp932)).of(2021))
                .containsExactly(LocalDate.of(2021, 7, 22));
    }

    /** 振替休日, 国民の休日, movable days, equinoxes. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-05-06", "2026-09-22", "2026-09-23", "2027-03-22", "2026-11-03", "2026-11-23", "2027-01-11",
            "2025-02-24", "2025-05-06", "2024-08-12", "2026-02-23", "2026-12-29", "2027-01-03", "2028-03-20", "2032-09-21",
            "2029-09-24", "2030-05-06"})
    void daysOff(String day) {
        assertThat(days.isWorkingDay(LocalDate.parse(day))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24", "2026-12-28", "2027-01-04", "2026-05-07", "2025-10-14", "2026-12-23"})
    void workingDays(String day) {
        assertThat(days.isWorkingDay(LocalDate.parse(day))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2026-09-18,1,2026-09-24", "2026-12-28,1,2027-01-04", "2026-11-22,0,2026-11-24", "2026-11-24,0,2026-11-24",
            "2026-11-24,-1,2026-11-20", "2026-05-01,2,2026-05-08", "2028-04-28,1,2028-05-01"})
    void addsWorkingDays(String from, int n, String expected) {
        assertThat(days.addDays(LocalDate.parse(from), n)).isEqualTo(expected);
    }

    @Test
    void countsBackWhatItAdds() {
        LocalDate from = LocalDate.of(2026, 4, 1);
        for (int n = 1; n < 300; n++) {
            assertThat(days.daysBetween(from, days.addDays(from, n))).isEqualTo(n);
        }
        assertThat(days.daysBetween(from, from)).isZero();
        assertThat(days.daysBetween(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 20))).isEqualTo(-1);
    }

    @Test
    void ownClosingDays() {
        WorkingDays own = new WorkingDays(new CalendarPolicy(null, List.of("2026-08-13..2026-08-14", "11-25", "12-28..01-04"), null), HOLIDAYS);
        assertThat(own.addDays(LocalDate.of(2026, 8, 12), 1)).isEqualTo("2026-08-17");
        assertThat(own.isWorkingDay(LocalDate.of(2030, 11, 25))).isFalse();
        assertThat(own.addDays(LocalDate.of(2026, 12, 25), 1)).isEqualTo("2027-01-05");
        assertThatThrownBy(() -> new CalendarPolicy(null, List.of("盆"), null)).hasMessageContaining("盆");
    }

    @Test
    void dueAtTheEndOfAnOfficeDayOfJapan() {
        DueTimes due = new DueTimes(days, new DuePolicy(Map.of("ReviewPlan", 3), 1, 2));
        // 23:30 UTC on Friday is Saturday morning in Japan
        Instant from = Instant.parse("2026-11-20T23:30:00Z");
        Instant at = due.dueAt("REVIEW_PLAN", from);
        assertThat(at).isEqualTo("2026-11-26T08:15:00Z").isEqualTo(due.dueAt("ReviewPlan", from));
        assertThat(due.remindAt(at)).isEqualTo("2026-11-25T08:15:00Z");
        assertThat(due.escalateAt(at)).isEqualTo("2026-11-30T08:15:00Z");
        assertThat(due.dueAt("SomethingNew", from)).isEqualTo("2026-12-07T08:15:00Z");
    }
}
