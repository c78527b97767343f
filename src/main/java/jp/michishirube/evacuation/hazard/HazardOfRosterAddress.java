package jp.michishirube.evacuation.hazard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import jp.michishirube.roster.priority.HazardAtAddress;
import org.springframework.stereotype.Component;

/**
 * Answers by the municipality's address book and hazard maps. A roster holds many people of few blocks: an answer is kept for a minute
 * per block, also where another node loads a newer map.
 */
@Component
class HazardOfRosterAddress implements HazardAtAddress {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 20_000;

    private final AddressBook addresses;
    private final HazardsAt hazardsAt;
    private final Clock clock;
    private final Map<Position, Known> known = new ConcurrentHashMap<>();

    private record Known(Optional<String> hazards, Instant at) {}

    HazardOfRosterAddress(AddressBook addresses, HazardsAt hazardsAt, Clock clock) {
        this.addresses = addresses;
        this.hazardsAt = hazardsAt;
        this.clock = clock;
    }

    @Override
    public Optional<String> of(String address) {
        // of a 町 the middle is known alone: a danger there is told, and none there says nothing of the home
        return addresses.find(address).flatMap(f -> at(f.position()).filter(said -> !said.isEmpty() || f.exactness() != Exactness.TOWN));
    }

    private Optional<String> look(Position position) {
        String hazards = hazardsAt.gravest(position).stream().map(a -> a.hazard().lawName()).distinct().collect(Collectors.joining("・"));
        return hazards.isEmpty() && !hazardsAt.hasMaps() ? Optional.empty() : Optional.of(hazards);
    }

    private Optional<String> at(Position position) {
        Instant now = clock.instant();
        if (known.size() > MOST_KEPT) {
            known.clear();
        }
        return known.compute(position, (p, before) -> before != null && before.at().plus(KEPT).isAfter(now) ? before
                : new Known(look(p), now)).hazards();
    }
}
