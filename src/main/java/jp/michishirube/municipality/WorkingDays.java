package jp.michishirube.municipality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The working days of the town hall: no weekend, no national holiday, no own closing
 * day. Days are Japan's.
 */
@Component
public class WorkingDays {

    public static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final CalendarPolicy policy;
    private final NationalHolidays holidays;

    @Autowired
    WorkingDays(Municipality municipality, Folders folders) {
        this(municipality.section("calendar", CalendarPolicy.class), NationalHolidays.read(folders.get("forms/national-holidays.csv")));
    }

    WorkingDays(CalendarPolicy policy, NationalHolidays holidays) {
        this.policy = policy;
        this.holidays = holidays;
    }

    public boolean isWorkingDay(LocalDate day) {
        return !policy.isClosed(day) && !holidays.contains(day);
    }

    /**
     * @param days how many working days later, or earlier when negative; 0 moves a day off to the next working day
     * @return always a working day
     */
    public LocalDate addDays(LocalDate from, int days) {
        LocalDate day = from;
        if (days == 0) {
            while (!isWorkingDay(day)) {
                day = day.plusDays(1);
            }
            return day;
        }
        int step = Integer.signum(days);
        for (int left = Math.abs(days); left > 0; ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** @return working days after {@code from} up to and including {@code to}; negative when {@code to} is earlier */
    public int daysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -daysBetween(to, from);
        }
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }

    public int daysBetween(Instant from, Instant to) {
        return daysBetween(dayOf(from), dayOf(to));
    }

    /** The end of the office day. */
    public Instant closing(LocalDate day) {
        return day.atTime(policy.closesAt()).atZone(JAPAN).toInstant();
    }

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(JAPAN).toLocalDate();
    }
}
