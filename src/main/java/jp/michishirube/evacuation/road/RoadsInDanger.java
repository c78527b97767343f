package jp.michishirube.evacuation.road;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntDoubleHashMap;
import com.carrotsearch.hppc.cursors.IntCursor;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.shapes.BBox;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.evacuation.danger.Danger;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Which roads of the network lie in which danger. GraphHopper's own areas ask every road that a search touches whether it crosses one of
 * the shapes (150 times slower than no dangers, with 50 of them); a danger's roads do not change, so they are looked up once.
 */
final class RoadsInDanger {

    private static final int REMEMBERED = 2_000;

    /** Shapes of areas and spots never change under their key; the box guards against another shape under the same key. */
    private record Key(String danger, Envelope box) {}

    private final BaseGraph graph;
    private final LocationIndex index;
    private final Map<Key, IntArrayList> known = remembering(REMEMBERED);
    private final Map<List<Key>, IntDoubleHashMap> together = remembering(50);

    RoadsInDanger(BaseGraph graph, LocationIndex index) {
        this.graph = graph;
        this.index = index;
    }

    /** @return by number of the road how many times longer it counts; the gravest danger decides. Not to be changed. */
    IntDoubleHashMap times(List<Danger> dangers) {
        List<Key> keys = dangers.stream().map(d -> new Key(d.key(), d.shape().getEnvelopeInternal())).toList();
        IntDoubleHashMap times = together.get(keys);
        if (times == null) {
            times = new IntDoubleHashMap();
            for (int i = 0; i < keys.size(); i++) {
                double more = 1 / dangers.get(i).factor();
                for (IntCursor road : roads(keys.get(i), dangers.get(i))) {
                    if (times.getOrDefault(road.value, 1) < more) {
                        times.put(road.value, more);
                    }
                }
            }
            together.put(keys, times);
        }
        return times;
    }

    private IntArrayList roads(Key key, Danger danger) {
        IntArrayList roads = known.get(key);
        if (roads == null) {
            roads = find(danger);
            known.put(key, roads);
        }
        return roads;
    }

    private static <K, V> Map<K, V> remembering(int most) {
        return Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        });
    }

    private IntArrayList find(Danger danger) {
        Envelope box = danger.shape().getEnvelopeInternal();
        BitSet near = new BitSet();
        index.query(new BBox(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY()), near::set);
        PreparedGeometry shape = PreparedGeometryFactory.prepare(danger.shape());
        IntArrayList roads = new IntArrayList();
        for (int edge = near.nextSetBit(0); edge >= 0; edge = near.nextSetBit(edge + 1)) {
            LineString line = graph.getEdgeIteratorState(edge, Integer.MIN_VALUE).fetchWayGeometry(FetchMode.ALL).toLineString(false);
            if (shape.intersects(line)) {
                roads.add(edge);
            }
        }
        return roads;
    }
}
