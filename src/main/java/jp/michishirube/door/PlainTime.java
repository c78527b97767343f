package jp.michishirube.door;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What a day or a time from outside may be. Asked before it is reckoned with or kept: a year of nine digits is a slip or an attack, and
 * neither sums of days nor the database hold it.
 */
public final class PlainTime {

    private static final LocalDate FIRST = LocalDate.of(1800, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private PlainTime() {}

    /** @return whether somebody who lives, or a plan of now, can have to do with that day */
    public static boolean is(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    public static boolean is(Instant time) {
        return !time.isBefore(FIRST.atStartOfDay().toInstant(ZoneOffset.UTC)) && time.isBefore(LAST.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
