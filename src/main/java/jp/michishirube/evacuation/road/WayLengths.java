package jp.michishirube.evacuation.road;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import jp.michishirube.evacuation.danger.Danger;
import jp.michishirube.evacuation.danger.DangerSpotChanged;
import jp.michishirube.evacuation.hazard.HazardAreasChanged;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.Position;
import jp.michishirube.problem.Problem;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lengths of ways, remembered for a while: a form asks for the same twenty places once per row. What changed on the map makes this node
 * forget; other nodes forget by the number of entries, and a length that is a little old only orders a list.
 */
@Component
public class WayLengths {

    private static final int MOST = 5_000;

    private record Key(Position home, Position place, WayProfile profile, HazardKind hazard) {}

    private final Roads roads;
    private final Map<Key, Double> known = Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Double> eldest) {
            return size() > MOST;
        }
    });

    WayLengths(Roads roads) {
        this.roads = roads;
    }

    /** @return metres along the way that keeps out of the dangers; empty without roads or when no road leads there */
    public OptionalDouble metres(Position home, Position place, WayProfile profile, HazardKind hazard, Supplier<List<Danger>> dangers) {
        Key key = new Key(home, place, profile, hazard);
        Double metres = known.get(key);
        if (metres == null) {
            metres = roads.network().map(n -> find(n, key, dangers.get())).orElse(-1.0);
            known.put(key, metres);
        }
        return metres < 0 ? OptionalDouble.empty() : OptionalDouble.of(metres);
    }

    private static double find(RoadNetwork network, Key key, List<Danger> dangers) {
        try {
            return WayFinder.find(network, key.profile(), Season.ALL_YEAR, List.of(key.home(), key.place()), key.profile().usualSpeed(), dangers, false).get(0).metres();
        } catch (Problem none) {
            return -1;
        }
    }

    @EventListener
    void on(DangerSpotChanged changed) {
        known.clear();
    }

    @EventListener
    void on(HazardAreasChanged changed) {
        known.clear();
    }
}
