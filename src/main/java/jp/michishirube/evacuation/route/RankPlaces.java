package jp.michishirube.evacuation.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.michishirube.evacuation.danger.Danger;
import jp.michishirube.evacuation.danger.Dangers;
import jp.michishirube.evacuation.hazard.HazardArea;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.HazardsAt;
import jp.michishirube.evacuation.hazard.Position;
import jp.michishirube.evacuation.place.Place;
import jp.michishirube.evacuation.place.Places;
import jp.michishirube.evacuation.place.Suitability;
import jp.michishirube.evacuation.road.WayLengths;
import jp.michishirube.evacuation.road.WayProfile;
import org.springframework.stereotype.Service;

/** The places one may flee to, nearest first along the way (not as the crow flies), with what speaks against each. */
@Service
class RankPlaces {

    private static final int DESIGNATED = 12;
    private static final int OTHERS = 8;

    private final Places places;
    private final Dangers dangers;
    private final WayLengths lengths;
    private final HazardsAt hazardsAt;

    RankPlaces(Places places, Dangers dangers, WayLengths lengths, HazardsAt hazardsAt) {
        this.places = places;
        this.dangers = dangers;
        this.lengths = lengths;
        this.hazardsAt = hazardsAt;
    }

    /**
     * @param metres    along the way where roads are known, else in a straight line; -1 for a place without position or an unknown home
     * @param alongRoad false for a straight line
     * @param inside    areas of this kind of disaster that the place itself lies in
     */
    record Ranked(Place place, double metres, boolean alongRoad, Suitability suitability, List<HazardArea> inside) {

        public boolean isDesignated() {
            return suitability == Suitability.DESIGNATED;
        }
    }

    /** @param home null when it is not known: by name then */
    List<Ranked> rank(Position home, HazardKind hazard, boolean shelters, WayProfile profile) {
        List<Place> all = places.onList().stream().filter(p -> p.kind().isShelter() == shelters).toList();
        Comparator<Place> near = Comparator.comparing(p -> home == null || p.position() == null ? Double.MAX_VALUE : home.metresTo(p.position()));
        Stream<Place> designated = all.stream().filter(p -> shelters || p.suitability(hazard) == Suitability.DESIGNATED).sorted(near).limit(DESIGNATED);
        Stream<Place> others = all.stream().filter(p -> !shelters && p.suitability(hazard) != Suitability.DESIGNATED).sorted(near).limit(OTHERS);
        List<Place> candidates = Stream.concat(designated, others).toList();
        List<Position> points = new ArrayList<>(candidates.stream().map(Place::position).filter(java.util.Objects::nonNull).toList());
        Supplier<List<Danger>> around = new Supplier<>() {
            private List<Danger> found;

            @Override
            public List<Danger> get() {
                if (found == null) {
                    found = dangers.around(points, hazard).all();
                }
                return found;
            }
        };
        if (home != null) {
            points.add(home);
        }
        List<Ranked> ranked = new ArrayList<>();
        for (Place place : candidates) {
            ranked.add(ranked(home, place, hazard, profile, around, shelters));
        }
        ranked.sort(Comparator.comparing((Ranked r) -> !shelters && !r.isDesignated())
                .thenComparing(r -> r.metres() < 0 ? Double.MAX_VALUE : r.metres()).thenComparing(r -> r.place().name()));
        return ranked;
    }

    private Ranked ranked(Position home, Place place, HazardKind hazard, WayProfile profile, Supplier<List<Danger>> around, boolean shelters) {
        Suitability suitability = shelters ? Suitability.DESIGNATED : place.suitability(hazard);
        if (place.position() == null) {
            return new Ranked(place, -1, false, suitability, List.of());
        }
        List<HazardArea> inside = hazardsAt.of(place.position()).stream().filter(a -> a.hazard() == hazard).toList();
        if (home == null) {
            return new Ranked(place, -1, false, suitability, inside);
        }
        OptionalDouble way = lengths.metres(home, place.position(), profile, hazard, around);
        return new Ranked(place, way.orElseGet(() -> home.metresTo(place.position())), way.isPresent(), suitability, inside);
    }
}
