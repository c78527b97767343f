package jp.michishirube.evacuation.hazard;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.michishirube.municipality.PolicySection;
import jp.michishirube.organization.Role;

/**
 * Section {@code evacuation} of {@code municipality.yaml}.
 *
 * @param wardCodes      codes of the wards of a designated city, whose places carry them; none for other municipalities
 * @param hazards        the kinds of disaster that this municipality plans for; all eight when not said
 * @param dangerPosters  roles that may post a danger spot
 * @param dangerAtOnce   roles whose posts count at once; posts of others wait for a confirmation by the city
 * @param dangerDays     days after which a spot without an end expires
 * @param winter         snow is expected here and routes carry the winter note
 * @param winterMonths   in which roads are closed or not cleared, 1 to 12; December to March when not said
 * @param offRoadMetres  how far a home or a place may lie off the road on which its way begins or ends; 200 when not said
 */
@PolicySection("evacuation")
public record EvacuationPolicy(
        List<String> wardCodes, List<HazardKind> hazards, Set<Role> dangerPosters, Set<Role> dangerAtOnce, Integer dangerDays,
        Boolean winter, List<Integer> winterMonths, Integer offRoadMetres) {

    public EvacuationPolicy {
        wardCodes = wardCodes == null ? List.of() : List.copyOf(wardCodes);
        hazards = hazards == null || hazards.isEmpty() ? List.of(HazardKind.values()) : List.copyOf(hazards);
        dangerPosters = dangerPosters == null
                ? Set.of(Role.REVIEWER, Role.ROSTER_MANAGER, Role.CARE_MANAGER, Role.OFFICE_LEADER, Role.NEIGHBOURHOOD_LEADER)
                : Set.copyOf(dangerPosters);
        dangerAtOnce = dangerAtOnce == null ? Set.of(Role.REVIEWER, Role.ROSTER_MANAGER) : Set.copyOf(dangerAtOnce);
        dangerDays = dangerDays == null ? 365 : dangerDays;
        winter = winter == null || winter;
        winterMonths = winterMonths == null ? List.of(12, 1, 2, 3) : List.copyOf(winterMonths);
        offRoadMetres = offRoadMetres == null ? 200 : offRoadMetres;
    }

    /** Whether roads closed in winter are closed on that day. */
    public boolean isWinter(LocalDate day) {
        return winter && winterMonths.contains(day.getMonthValue());
    }
}
