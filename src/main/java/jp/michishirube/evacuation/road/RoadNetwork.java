package jp.michishirube.evacuation.road;

import com.carrotsearch.hppc.IntDoubleHashMap;
import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.GraphHopper;
import com.graphhopper.GraphHopperConfig;
import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.routing.WeightingFactory;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PMap;
import com.graphhopper.util.Parameters;
import com.graphhopper.util.PointList;
import com.graphhopper.util.shapes.BBox;
import com.graphhopper.util.shapes.GHPoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.evacuation.danger.Danger;
import jp.michishirube.evacuation.hazard.Position;
import org.locationtech.jts.geom.Envelope;

/** The roads of the extract in memory or mapped from disk, and GraphHopper on them. */
public final class RoadNetwork implements AutoCloseable {

    /** Larger extracts are mapped from disk: a prefecture must not fill the heap of a small machine. */
    private static final long IN_MEMORY_BYTES = 30L << 20;

    private static final List<String> NO_WAY_BEGINS_ON = List.of("ferry", "ford", "bridge", "tunnel");
    private static final String SHUN = "michishirube.shun";

    private final GraphHopper hopper;
    private final RoadsInDanger inDanger;
    private final Barriers barriers;
    private final double farthest;

    private RoadNetwork(GraphHopper hopper, Barriers barriers, double farthest) {
        this.hopper = hopper;
        this.barriers = barriers;
        this.farthest = farthest;
        this.inDanger = new RoadsInDanger(hopper.getBaseGraph(), hopper.getLocationIndex());
    }

    /**
     * Imports the extract, or loads what an earlier run made of it.
     *
     * @param farthest metres: no way begins or ends on a road farther off than this
     * @throws RuntimeException of GraphHopper's own kinds when the file is no extract
     */
    public static RoadNetwork open(Path osm, Path cache, double farthest) throws java.io.IOException {
        GraphHopper hopper = new MindfulHopper();
        GraphHopperConfig config = new GraphHopperConfig().putObject("datareader.file", osm.toString())
                .putObject("graph.location", cache.toString()).putObject("import.osm.ignored_highways", "motorway,trunk_link,motorway_link")
                .putObject("graph.dataaccess.default_type", Files.size(osm) > IN_MEMORY_BYTES ? "MMAP" : "RAM_STORE")
                .putObject("graph.encoded_values", RoadProfiles.VALUES).setProfiles(RoadProfiles.all());
        hopper.setImportRegistry(InclineTag.registry());
        hopper.init(config);
        hopper.setMinNetworkSize(20);
        hopper.importOrLoad();
        if (hopper.getBaseGraph().getEdges() == 0) {
            hopper.close();
            throw new IllegalArgumentException("no roads");
        }
        return new RoadNetwork(hopper, Barriers.open(osm, cache.resolveSibling(cache.getFileName() + "-barriers")), farthest);
    }

    GHResponse route(WayProfile profile, Season season, List<Position> through, List<Danger> dangers, boolean alternatives) {
        GHRequest request = new GHRequest(through.stream().map(p -> new GHPoint(p.lat(), p.lon())).toList()).setProfile(profile.profile())
                .setLocale(Locale.JAPANESE).setPathDetails(List.of(RoadClass.KEY, WinterTag.NAME)).setSnapPreventions(NO_WAY_BEGINS_ON);
        if (season.closes(profile)) {
            request.setCustomModel(RoadProfiles.withoutWinterRoads());
        }
        if (!dangers.isEmpty()) {
            request.putHint(SHUN, inDanger.times(dangers));
        }
        if (alternatives && through.size() == 2) {
            request.setAlgorithm(Parameters.Algorithms.ALT_ROUTE).putHint("alternative_route.max_paths", 3)
                    .putHint("alternative_route.max_weight_factor", 1.6).putHint("alternative_route.max_share_factor", 0.7);
        }
        return hopper.route(request);
    }

    /**
     * Lengths of the ways on foot to one place from many, by a single search that goes out from the place.
     *
     * @param atMost metres: what is farther off is not looked for
     * @return by position; without those that no road within that length leads from, and those whose own ground cannot be taken for granted
     */
    Map<Position, Double> onFoot(Position to, List<Position> from, double atMost) {
        Weighting walking = hopper.createWeighting(hopper.getProfile(WayProfile.FOOT.profile()), new PMap());
        EdgeFilter roads = new DefaultSnapFilter(walking, hopper.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(WayProfile.FOOT.profile())));
        Map<Position, Snap> ends = new HashMap<>();
        from.forEach(p -> snap(p, roads).ifPresent(s -> ends.put(p, s)));
        Optional<Snap> place = snap(to, roads);
        if (place.isEmpty() || ends.isEmpty()) {
            return Map.of();
        }
        List<Snap> all = new ArrayList<>(ends.values());
        all.add(place.get());
        QueryGraph graph = QueryGraph.create(hopper.getBaseGraph(), all);
        ShortestPathTree tree = new ShortestPathTree(graph, graph.wrapWeighting(walking), true, TraversalMode.NODE_BASED);
        tree.setDistanceLimit(atMost);
        Map<Integer, Double> reached = new HashMap<>();
        tree.search(place.get().getClosestNode(), label -> reached.merge(label.node, label.distance, Math::min));
        Map<Position, Double> metres = new HashMap<>();
        ends.forEach((position, snap) -> {
            Double way = reached.get(snap.getClosestNode());
            if (way != null) {
                metres.put(position, way + snap.getQueryDistance() + place.get().getQueryDistance());
            }
        });
        return metres;
    }

    private Optional<Snap> snap(Position point, EdgeFilter roads) {
        Snap snap = hopper.getLocationIndex().findClosest(point.lat(), point.lon(), roads);
        return snap.isValid() && against(point, new Position(snap.getSnappedPoint().getLat(), snap.getSnappedPoint().getLon()), WayProfile.FOOT).isEmpty()
                ? Optional.of(snap) : Optional.empty();
    }

    /**
     * Why the ground between a point and the road on which its way would begin or end cannot be taken for granted.
     *
     * @return the problem's kind without its prefix; empty when nothing speaks against it
     */
    Optional<String> against(Position point, Position onRoad, WayProfile profile) {
        double gap = point.metresTo(onRoad);
        if (gap > farthest) {
            return Optional.of("far");
        }
        if (gap <= Gaps.YARD_METRES) {
            return Optional.empty();
        }
        if (barriers.between(point, onRoad)) {
            return Optional.of("barrier");
        }
        return profile.takesSteps() || !stepsAreNearer(point, gap) ? Optional.empty() : Optional.of("steps");
    }

    private boolean stepsAreNearer(Position point, double gap) {
        Snap nearest = hopper.getLocationIndex().findClosest(point.lat(), point.lon(), EdgeFilter.ALL_EDGES);
        return nearest.isValid() && nearest.getQueryDistance() + Gaps.YARD_METRES < gap
                && nearest.getClosestEdge().get(hopper.getEncodingManager().getEnumEncodedValue(RoadClass.KEY, RoadClass.class)) == RoadClass.STEPS;
    }

    /** GraphHopper whose weighings mind the dangers that a request brings. */
    private static final class MindfulHopper extends GraphHopper {

        @Override
        protected WeightingFactory createWeightingFactory() {
            WeightingFactory usual = super.createWeightingFactory();
            return (profile, hints, noTurnCosts) -> {
                Weighting weighting = usual.createWeighting(profile, hints, noTurnCosts);
                IntDoubleHashMap times = hints.getObject(SHUN, null);
                return times == null ? weighting : new ShunningWeighting(weighting, times);
            };
        }
    }

    /** @param kind of OpenStreetMap: {@code primary}, {@code residential}, {@code steps}, … */
    public record Road(String kind, String name, List<Position> line) {}

    /** The roads in the box, at most so many; bigger roads come first where not all fit. */
    public List<Road> roads(Envelope box, int atMost) {
        BitSet edges = new BitSet();
        hopper.getLocationIndex().query(new BBox(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY()), edges::set);
        EnumEncodedValue<RoadClass> kinds = hopper.getEncodingManager().getEnumEncodedValue(RoadClass.KEY, RoadClass.class);
        List<Road> roads = new ArrayList<>();
        boolean all = edges.cardinality() <= atMost;
        for (int edge = edges.nextSetBit(0); edge >= 0 && roads.size() < atMost; edge = edges.nextSetBit(edge + 1)) {
            EdgeIteratorState state = hopper.getBaseGraph().getEdgeIteratorState(edge, Integer.MIN_VALUE);
            RoadClass kind = state.get(kinds);
            if (all || kind.ordinal() <= RoadClass.TERTIARY.ordinal()) {
                roads.add(new Road(kind.toString(), state.getName(), positions(state.fetchWayGeometry(FetchMode.ALL))));
            }
        }
        return roads;
    }

    Envelope bounds() {
        BBox box = hopper.getBaseGraph().getBounds();
        return new Envelope(box.minLon, box.maxLon, box.minLat, box.maxLat);
    }

    int nodes() {
        return hopper.getBaseGraph().getNodes();
    }

    static List<Position> positions(PointList points) {
        List<Position> line = new ArrayList<>(points.size());
        for (int i = 0; i < points.size(); i++) {
            line.add(new Position(points.getLat(i), points.getLon(i)));
        }
        return line;
    }

    @Override
    public void close() {
        hopper.close();
    }
}
