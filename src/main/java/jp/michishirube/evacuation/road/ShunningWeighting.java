package jp.michishirube.evacuation.road;

import com.carrotsearch.hppc.IntDoubleHashMap;
import com.graphhopper.routing.querygraph.VirtualEdgeIteratorState;
import com.graphhopper.routing.weighting.AbstractAdjustedWeighting;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.GHUtility;

/** Counts a road in danger as so many times longer than it is. */
final class ShunningWeighting extends AbstractAdjustedWeighting {

    private final IntDoubleHashMap times;

    /** @param times by number of the road; 1 for roads that are not in it */
    ShunningWeighting(Weighting usual, IntDoubleHashMap times) {
        super(usual);
        this.times = times;
    }

    @Override
    public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
        return superWeighting.calcEdgeWeight(edge, reverse) * times.getOrDefault(road(edge), 1);
    }

    /** Where a way begins or ends within a road, GraphHopper makes pieces with numbers of their own. */
    private static int road(EdgeIteratorState edge) {
        return edge instanceof VirtualEdgeIteratorState piece ? GHUtility.getEdgeFromEdgeKey(piece.getOriginalEdgeKey()) : edge.getEdge();
    }

    @Override
    public String getName() {
        return "shunning";
    }
}
