package jp.michishirube.municipality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.michishirube.japanese.TextEncoding;
import org.springframework.core.io.Resource;

/**
 * 国民の祝日・休日. For the years that the Cabinet Office's own list holds ({@code syukujitsu.csv}, laid down as
 * {@code forms/national-holidays.csv}) that list is the truth; other years follow the 国民の祝日に関する法律, articles 2 and 3, as in
 * force since 2022. The equinoxes of such years are computed and become law only when announced in the February before.
 *
 * <p>Why no library: the data of those at hand (Jollyday 1.5) still has the former Emperor's birthday and no substitute days of May.
 */
final class NationalHolidays {

    private static final Pattern DAY = Pattern.compile("^\\s*\"?(\\d{4})[/-](\\d{1,2})[/-](\\d{1,2})\"?\\s*,");

    private final Map<Integer, Set<LocalDate>> listed;
    private final Map<Integer, Set<LocalDate>> computed = new ConcurrentHashMap<>();

    NationalHolidays(Collection<LocalDate> listed) {
        this.listed = listed.stream().collect(Collectors.groupingBy(LocalDate::getYear, Collectors.toSet()));
    }

    /** @param csv the Cabinet Office's list, in its own encoding (CP932) or any other that lists come in */
    static NationalHolidays read(Resource csv) {
        try {
            return new NationalHolidays(TextEncoding.decode(csv.getContentAsByteArray()).lines().map(DAY::matcher).filter(Matcher::find)
                    .map(m -> LocalDate.of(number(m, 1), number(m, 2), number(m, 3))).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(csv.getDescription(), e);
        }
    }

    boolean contains(LocalDate day) {
        return of(day.getYear()).contains(day);
    }

    Set<LocalDate> of(int year) {
        Set<LocalDate> official = listed.get(year);
        return official != null ? official : computed.computeIfAbsent(year, NationalHolidays::byLaw);
    }

    static Set<LocalDate> byLaw(int year) {
        Set<LocalDate> named = new TreeSet<>();
        int[][] fixed = {{1, 1}, {2, 11}, {2, 23}, {4, 29}, {5, 3}, {5, 4}, {5, 5}, {8, 11}, {11, 3}, {11, 23},
                {3, equinox(year, 20.8431)}, {9, equinox(year, 23.2488)}};
        for (int[] day : fixed) {
            named.add(LocalDate.of(year, day[0], day[1]));
        }
        named.add(monday(year, Month.JANUARY, 2));
        named.add(monday(year, Month.JULY, 3));
        named.add(monday(year, Month.SEPTEMBER, 3));
        named.add(monday(year, Month.OCTOBER, 2));
        Set<LocalDate> all = new TreeSet<>(named);
        for (LocalDate day : named) {
            // article 3, paragraph 2: a holiday on a Sunday moves to the next day that is none
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                LocalDate next = day.plusDays(1);
                while (named.contains(next)) {
                    next = next.plusDays(1);
                }
                all.add(next);
            }
            // paragraph 3: a day between two holidays
            LocalDate between = day.plusDays(1);
            if (!named.contains(between) && named.contains(day.plusDays(2)) && between.getDayOfWeek() != DayOfWeek.SUNDAY) {
                all.add(between);
            }
        }
        return all;
    }

    private static LocalDate monday(int year, Month month, int which) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(which, DayOfWeek.MONDAY));
    }

    /** The almanac's approximation, good for 1980 to 2099. */
    private static int equinox(int year, double base) {
        return (int) (base + 0.242194 * (year - 1980)) - (year - 1980) / 4;
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
