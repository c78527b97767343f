package jp.michishirube.evacuation.route;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.michishirube.evacuation.danger.Dangers;
import jp.michishirube.evacuation.hazard.EvacuationPolicy;
import jp.michishirube.evacuation.hazard.MunicipalArea;
import jp.michishirube.evacuation.hazard.Position;
import jp.michishirube.evacuation.place.Place;
import jp.michishirube.evacuation.place.Places;
import jp.michishirube.evacuation.road.RoadNetwork;
import jp.michishirube.evacuation.road.Roads;
import jp.michishirube.evacuation.road.RouteWish;
import jp.michishirube.evacuation.road.Season;
import jp.michishirube.evacuation.road.Way;
import jp.michishirube.evacuation.road.WayFinder;
import jp.michishirube.evacuation.road.Ways;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Service;

/** Finds the ways from a home to a place that keep out of the dangers of one kind of disaster. Nothing is stored. */
@Service
class ProposeWays {

    private final Places places;
    private final Dangers dangers;
    private final Roads roads;
    private final MunicipalArea area;
    private final EvacuationPolicy policy;
    private final Clock clock;

    ProposeWays(Places places, Dangers dangers, Roads roads, MunicipalArea area, Municipality municipality, Clock clock) {
        this.places = places;
        this.dangers = dangers;
        this.roads = roads;
        this.area = area;
        this.policy = municipality.section("evacuation", EvacuationPolicy.class);
        this.clock = clock;
    }

    /**
     * @param place   null while none is chosen
     * @param ways    the best first; empty without roads or when none leads there
     * @param failure kind of the problem that left no way; null otherwise
     */
    record Proposal(Place place, List<Way> ways, Dangers.Found dangers, String failure) {}

    /** Of today, by the municipality's own months of winter: what is asked for where nobody says otherwise. */
    Season season() {
        return policy.isWinter(LocalDate.now(clock)) ? Season.WINTER : Season.ALL_YEAR;
    }

    Proposal propose(Position home, RouteWish wish, boolean alternatives) {
        Place place = wish.placeId() == null ? null : places.find(wish.placeId()).orElseThrow(() -> Problem.notFound("place-not-found"));
        List<Position> points = new ArrayList<>(List.of(home));
        points.addAll(wish.drawn().isEmpty() ? wish.vias() : wish.drawn());
        if (place != null && place.position() != null) {
            points.add(place.position());
        }
        Dangers.Found found = dangers.around(points, wish.hazard());
        if (wish.vias().size() > RouteWish.MOST_VIAS || wish.drawn().size() > RouteWish.MOST_DRAWN) {
            throw Problem.badRequest("route-too-many-points");
        }
        wish.vias().forEach(v -> area.checked(v.lat(), v.lon()));
        wish.drawn().forEach(v -> area.checked(v.lat(), v.lon()));
        if (!wish.drawn().isEmpty()) {
            return new Proposal(place, List.of(Ways.drawn(points, wish.kmh(), found.all())), found, null);
        }
        if (place == null || place.position() == null) {
            return new Proposal(place, List.of(), found, place == null ? null : "route-place-without-position");
        }
        Optional<RoadNetwork> network = roads.network();
        if (network.isEmpty()) {
            return new Proposal(place, List.of(), found, null);
        }
        try {
            return new Proposal(place, WayFinder.find(network.get(), wish.profile(), wish.season(), points, wish.kmh(), found.all(), alternatives), found, null);
        } catch (Problem noWay) {
            return new Proposal(place, List.of(), found, noWay.kind());
        }
    }
}
