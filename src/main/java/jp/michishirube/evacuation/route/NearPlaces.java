package jp.michishirube.evacuation.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import jp.michishirube.evacuation.danger.Danger;
import jp.michishirube.evacuation.danger.Dangers;
import jp.michishirube.evacuation.hazard.Position;
import jp.michishirube.evacuation.place.Place;
import jp.michishirube.evacuation.place.Places;
import jp.michishirube.evacuation.road.WayLengths;
import jp.michishirube.evacuation.road.WayProfile;
import jp.michishirube.evacuation.road.Ways;
import org.springframework.stereotype.Service;

/** The places of a list as one reaches them from a point: nearest first along the way, not as the crow flies. */
@Service
class NearPlaces {

    /** Ways are looked for to so many; those farther off stand behind them by the straight line. */
    private static final int BY_ROAD = 20;

    private final Places places;
    private final Dangers dangers;
    private final WayLengths lengths;

    NearPlaces(Places places, Dangers dangers, WayLengths lengths) {
        this.places = places;
        this.dangers = dangers;
        this.lengths = lengths;
    }

    /**
     * @param metres    null for a place without position
     * @param alongRoad false for a straight line
     */
    record Near(Place place, Double metres, boolean alongRoad) {}

    List<Near> from(Position here, Places.Filter filter, WayProfile profile) {
        List<Near> straight = places.page(filter, 1, Integer.MAX_VALUE).places().stream()
                .map(p -> new Near(p, p.position() == null ? null : here.metresTo(p.position()), false)).sorted(nearest()).toList();
        List<Near> close = straight.stream().filter(n -> n.metres() != null).limit(BY_ROAD).toList();
        List<Position> points = new ArrayList<>(close.stream().map(n -> n.place().position()).toList());
        points.add(here);
        List<Danger> around = filter.hazard() == null ? List.of() : dangers.around(points, filter.hazard()).all();
        Stream<Near> byRoad = close.stream().map(n -> {
            OptionalDouble way = lengths.metres(here, n.place().position(), profile, filter.hazard(), () -> around);
            return way.isPresent() ? new Near(n.place(), way.getAsDouble(), true) : n;
        }).sorted(nearest());
        return Stream.concat(byRoad, straight.stream().skip(close.size())).toList();
    }

    private static Comparator<Near> nearest() {
        return Comparator.comparing(Near::metres, Comparator.nullsLast(Comparator.naturalOrder()));
    }
}
