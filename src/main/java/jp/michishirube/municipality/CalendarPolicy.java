package jp.michishirube.municipality;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;

/**
 * Section {@code calendar} of {@code municipality.yaml}: when the town hall works.
 *
 * @param weekend     days of the week off; by default Saturday and Sunday
 * @param closed      own closing days: a date ({@code 2026-08-14}), a day of each year ({@code 12-29}), or a span of such days
 *                    ({@code 12-29..01-03}); by default 年末年始 as 地方自治法4条の2 names it (December 29 to January 3)
 * @param closesAt    end of the office day; what is due on a day is due then
 */
@PolicySection("calendar")
record CalendarPolicy(Set<DayOfWeek> weekend, List<String> closed, LocalTime closesAt) {

    CalendarPolicy {
        weekend = weekend == null ? Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY) : Set.copyOf(weekend);
        closed = closed == null ? List.of("12-29..01-03") : List.copyOf(closed);
        closesAt = closesAt == null ? LocalTime.of(17, 15) : closesAt;
        closed.forEach(CalendarPolicy::parse);
        if (weekend.size() == 7) {
            throw new IllegalArgumentException("calendar.weekend leaves no working day");
        }
    }

    boolean isClosed(LocalDate day) {
        return weekend.contains(day.getDayOfWeek()) || closed.stream().anyMatch(c -> parse(c).contains(day));
    }

    private static Span parse(String text) {
        try {
            String[] ends = text.strip().split("\\.\\.");
            return new Span(ends[0], ends[ends.length - 1]);
        } catch (java.time.DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("calendar.closed: \"" + text + "\" is no date, day of the year or span of them", e);
        }
    }

    /** Both ends belong to it; a yearly span may run over the turn of the year. */
    private record Span(LocalDate first, LocalDate last, MonthDay from, MonthDay to) {

        Span(String a, String b) {
            this(a.length() == 10 ? LocalDate.parse(a) : null, a.length() == 10 ? LocalDate.parse(b) : null,
                    a.length() == 10 ? null : MonthDay.parse("--" + a), a.length() == 10 ? null : MonthDay.parse("--" + b));
        }

        boolean contains(LocalDate day) {
            if (first != null) {
                return !day.isBefore(first) && !day.isAfter(last);
            }
            MonthDay d = MonthDay.from(day);
            boolean afterStart = !d.isBefore(from);
            boolean beforeEnd = !d.isAfter(to);
            return from.isAfter(to) ? afterStart || beforeEnd : afterStart && beforeEnd;
        }
    }
}
