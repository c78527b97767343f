package jp.michishirube.evacuation.hazard;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Service;

/** Which hazards the municipality's maps show at a point, such as a resident's home or an evacuation place. */
@Service
public class HazardsAt {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private final HazardAreas areas;

    HazardsAt(HazardAreas areas) {
        this.areas = areas;
    }

    /** @return the areas that cover the point, the gravest of each kind first; empty says nothing about places without a map */
    public List<HazardArea> of(double lat, double lon) {
        Point point = GEOMETRY.createPoint(new Coordinate(lon, lat));
        return areas.within(new Envelope(point.getCoordinate()), Set.of()).stream().filter(a -> a.shape().covers(point))
                .sorted(Comparator.comparing(HazardArea::hazard).thenComparing(HazardArea::measure)
                        .thenComparing(HazardArea::gravity, Comparator.reverseOrder())).toList();
    }

    /** Whether any map is loaded: without one no place can be said to lie outside of all dangers. */
    boolean hasMaps() {
        return areas.any();
    }

    /** Whether each of these kinds has a map of which every area could be read: only then does a home without an area say anything. */
    public boolean hasWholeMapsOf(Set<HazardKind> kinds) {
        return areas.wholeMaps().containsAll(kinds);
    }

    public List<HazardArea> of(Position position) {
        return of(position.lat(), position.lon());
    }

    /**
     * One statement per kind of disaster and measure, as the gravest of its maps makes it: depth, duration and house collapse are three
     * statements. The gravest of all comes first.
     */
    public List<HazardArea> gravest(Position position) {
        Set<List<Object>> seen = new HashSet<>();
        return of(position).stream().filter(a -> seen.add(List.of(a.hazard(), a.measure())))
                .sorted(Comparator.comparing(HazardArea::severity, Comparator.reverseOrder())).toList();
    }
}
