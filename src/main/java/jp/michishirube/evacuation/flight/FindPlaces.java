package jp.michishirube.evacuation.flight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.HazardsAt;
import jp.michishirube.evacuation.place.Place;
import jp.michishirube.evacuation.place.PlaceKind;
import jp.michishirube.evacuation.place.Places;
import jp.michishirube.evacuation.place.Suitability;
import org.springframework.stereotype.Service;

/** Where to flee now: the places of the plan first, then the nearest that is meant for this disaster; none that is known to be closed or full. */
@Service
public class FindPlaces {

    private static final int MOST_NEAR = 2;

    private final Places places;
    private final HazardsAt hazardsAt;

    FindPlaces(Places places, HazardsAt hazardsAt) {
        this.places = places;
        this.hazardsAt = hazardsAt;
    }

    /** What is known of a place on the day. */
    public enum State { OPEN, FULL, CLOSED }

    /**
     * @param metres  from the home, as the crow flies; null where either position is not known
     * @param planned the plan names it
     * @param state   null for not known
     * @param lost    why it is no place to flee to: {@code FULL}, {@code CLOSED}, {@code VANISHED} from its list, {@code NOT_MEANT} for this disaster,
     *                {@code IN_DANGER} itself; null for none. Those that are lost are said for the plan's own places only
     */
    public record Found(long id, String name, String address, Integer metres, boolean planned, State state, String lost) {}

    /** A place as the city's staff tell of it. */
    public record Listed(long id, String name, String address, PlaceKind kind) {}

    /** Places that may be opened for it: those meant for this disaster, and all shelters. */
    public List<Listed> listed(HazardKind event) {
        return places.onList().stream().filter(p -> p.kind().isShelter() || p.suitability(event) != Suitability.NOT_DESIGNATED)
                .map(p -> new Listed(p.id(), p.name(), p.address(), p.kind())).toList();
    }

    /**
     * @param home    null where it is not known: then the plan's places alone
     * @param planned ids of the plan's places for this disaster, in its order
     * @param states  of those that the city has told of
     */
    public List<Found> find(JudgeHome.Dwelling home, HazardKind event, Collection<Long> planned, Map<Long, State> states) {
        List<Found> found = new ArrayList<>();
        planned.stream().distinct().forEach(id -> places.find(id).ifPresent(p -> found.add(found(p, home, event, true, states))));
        if (home != null) {
            Set<String> named = Set.copyOf(found.stream().map(Found::name).toList());
            near(home, event, states).filter(f -> !named.contains(f.name())).limit(MOST_NEAR).forEach(found::add);
        }
        return found;
    }

    /** Sites that the city opened before those of which nothing is known. */
    private Stream<Found> near(JudgeHome.Dwelling home, HazardKind event, Map<Long, State> states) {
        return places.onList().stream().filter(p -> p.kind() == PlaceKind.SITE && p.position() != null && p.suitability(event) == Suitability.DESIGNATED)
                .sorted(Comparator.comparing((Place p) -> states.get(p.id()) != State.OPEN).thenComparing(p -> home.position.metresTo(p.position())))
                .map(p -> found(p, home, event, false, states)).filter(f -> f.lost() == null);
    }

    private Found found(Place place, JudgeHome.Dwelling home, HazardKind event, boolean planned, Map<Long, State> states) {
        State state = states.get(place.id());
        Integer metres = home == null || place.position() == null ? null : (int) Math.round(home.position.metresTo(place.position()));
        return new Found(place.id(), place.name(), place.address(), metres, planned, state, lost(place, event, state));
    }

    private String lost(Place place, HazardKind event, State state) {
        return Optional.ofNullable(state).filter(s -> s != State.OPEN).map(State::name).orElseGet(() -> !place.isOnList() ? "VANISHED"
                : place.kind() == PlaceKind.SITE && place.suitability(event) == Suitability.NOT_DESIGNATED ? "NOT_MEANT" : isInDanger(place, event) ? "IN_DANGER" : null);
    }

    private boolean isInDanger(Place place, HazardKind event) {
        return place.kind() == PlaceKind.SITE && place.position() != null && hazardsAt.of(place.position()).stream().anyMatch(a -> a.hazard() == event);
    }
}
