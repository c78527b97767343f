package jp.michishirube.roster.assign;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.organization.Office;

/**
 * Which office makes a plan when the file names none: one that serves the area (before one that serves anywhere), whose contract runs and
 * whose quota is not used up; among several the one with most room left. Asked in the order of priority, so that the quota goes to the
 * most urgent.
 */
final class AssignmentRule {

    private final List<Office> offices;
    private final Map<String, Long> load;
    private final LocalDate today;

    /** @param load plans of this fiscal year by office; counted on as offices are chosen */
    AssignmentRule(List<Office> offices, Map<String, Long> load, LocalDate today) {
        this.offices = List.copyOf(offices);
        this.load = new HashMap<>(load);
        this.today = today;
    }

    Optional<String> choose(String area) {
        Optional<String> chosen = offices.stream().filter(this::hasRoom).filter(o -> serves(o, area))
                .min(Comparator.comparing((Office o) -> isAnywhere(o)).thenComparingDouble(this::fullness).thenComparing(Office::code))
                .map(Office::code);
        chosen.ifPresent(this::count);
        return chosen;
    }

    void count(String office) {
        load.merge(office, 1L, Long::sum);
    }

    private boolean hasRoom(Office office) {
        return office.contract(today) == Office.Contract.RUNS && (office.quota() == 0 || load.getOrDefault(office.code(), 0L) < office.quota());
    }

    private static boolean serves(Office office, String area) {
        return isAnywhere(office) || !area.isEmpty() && areas(office).anyMatch(a -> a.equals(area));
    }

    private static boolean isAnywhere(Office office) {
        return areas(office).findAny().isEmpty();
    }

    private double fullness(Office office) {
        long has = load.getOrDefault(office.code(), 0L);
        return office.quota() == 0 ? has / 10_000.0 : (double) has / office.quota();
    }

    private static java.util.stream.Stream<String> areas(Office office) {
        String areas = office.areas() == null ? "" : office.areas();
        return Arrays.stream(areas.split("[,、・]")).map(String::strip).filter(a -> !a.isEmpty());
    }
}
