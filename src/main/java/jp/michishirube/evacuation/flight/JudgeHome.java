package jp.michishirube.evacuation.flight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.michishirube.casefile.Resident;
import jp.michishirube.evacuation.hazard.AddressBook;
import jp.michishirube.evacuation.hazard.EvacuationPolicy;
import jp.michishirube.evacuation.hazard.Exactness;
import jp.michishirube.evacuation.hazard.HazardArea;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.HazardsAt;
import jp.michishirube.evacuation.hazard.Homes;
import jp.michishirube.evacuation.hazard.Position;
import jp.michishirube.municipality.Municipality;
import org.springframework.stereotype.Service;

/** Whether somebody who is at home has to flee now: hazard × depth × floor of this very home. */
@Service
public class JudgeHome {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Homes homes;
    private final AddressBook addresses;
    private final HazardsAt hazardsAt;
    private final List<HazardKind> planned;
    private final Clock clock;
    private volatile Mapped mapped;

    JudgeHome(Homes homes, AddressBook addresses, HazardsAt hazardsAt, Municipality municipality, Clock clock) {
        this.homes = homes;
        this.addresses = addresses;
        this.hazardsAt = hazardsAt;
        this.planned = municipality.section("evacuation", EvacuationPolicy.class).hazards();
        this.clock = clock;
    }

    private record Mapped(Map<HazardKind, Boolean> of, Instant at) {}

    /** Where somebody lives, as far as it is known; opaque to other rooms. */
    public static final class Dwelling {

        final Position position;
        final Exactness exactness;

        private Dwelling(Position position, Exactness exactness) {
            this.position = position;
            this.exactness = exactness;
        }
    }

    /** @return empty where nobody knows where the home is */
    public Optional<Dwelling> of(Resident resident) {
        return homes.of(resident).map(h -> new Dwelling(h.position(), h.exactness()));
    }

    /** Of somebody whom the roster alone knows. */
    public Optional<Dwelling> of(String address) {
        return addresses.find(address).map(f -> new Dwelling(f.position(), f.exactness()));
    }

    /** @param floor on which the person lives; null for not known */
    public Judged judge(Dwelling home, HazardKind event, Integer floor) {
        if (home == null) {
            return Judged.unknown();
        }
        Set<HazardKind> brought = FlightRule.brings(event);
        List<HazardArea> here = hazardsAt.gravest(home.position).stream().filter(a -> brought.contains(a.hazard())).toList();
        Judged.Verdict verdict = FlightRule.judge(event, home.exactness, isMapped(event), floor, hazardsAt.of(home.position).stream()
                .filter(a -> brought.contains(a.hazard())).toList());
        return new Judged(verdict, here.stream().map(a -> new Judged.Why(a.hazard().name(), a.measure().name(), a.level())).toList(), home.exactness == Exactness.DOOR);
    }

    /** Of the event itself, and of what comes along as far as the city plans for it. Kept for a minute: everybody opens the page at once. */
    private boolean isMapped(HazardKind event) {
        Instant now = clock.instant();
        Mapped known = mapped;
        if (known == null || known.at().plus(KEPT).isBefore(now)) {
            known = new Mapped(Arrays.stream(HazardKind.values()).collect(Collectors.toMap(k -> k, this::look)), now);
            mapped = known;
        }
        return known.of().get(event);
    }

    private boolean look(HazardKind event) {
        Set<HazardKind> wanted = EnumSet.of(event);
        FlightRule.brings(event).stream().filter(planned::contains).forEach(wanted::add);
        return hazardsAt.hasWholeMapsOf(wanted);
    }
}
