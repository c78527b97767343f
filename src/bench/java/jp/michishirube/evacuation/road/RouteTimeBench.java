package jp.michishirube.evacuation.road;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import jp.michishirube.bench.Figures;
import jp.michishirube.evacuation.danger.Danger;
import jp.michishirube.evacuation.hazard.Position;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * {@code route.time}: one way on foot over a network of more than 50,000 nodes that keeps out of 50 dangers, against the same ways by
 * bare GraphHopper without dangers, in turns.
 */
public final class RouteTimeBench {

    private static final int SIDE = 230;
    private static final int DANGERS = 50;
    private static final int ROUNDS = 9;
    private static final int WAYS = 60;
    private static final double STEP = 0.0012;

    private RouteTimeBench() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("route-bench");
        Path osm = folder.resolve("grid.osm");
        write(osm);
        try (RoadNetwork network = RoadNetwork.open(osm, folder.resolve("graph"), 200)) {
            if (network.nodes() < 50_000) {
                throw new IllegalStateException("the network has only " + network.nodes() + " nodes");
            }
            measure(network);
        }
    }

    static void write(Path osm) throws IOException {
        Random random = new Random(7);
        try (Writer out = Files.newBufferedWriter(osm)) {
            out.write("<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\">\n");
            for (int r = 0; r < SIDE; r++) {
                for (int c = 0; c < SIDE; c++) {
                    out.write(String.format(Locale.ROOT, "<node id=\"%d\" lat=\"%.6f\" lon=\"%.6f\"/>%n", 1 + r * SIDE + c,
                            37.4 + (r + 0.2 * random.nextGaussian()) * STEP, 139.8 + (c + 0.2 * random.nextGaussian()) * STEP));
                }
            }
            int way = 1_000_000;
            for (int line = 0; line < 2 * SIDE; line++) {
                out.write("<way id=\"" + way++ + "\">");
                for (int i = 0; i < SIDE; i++) {
                    out.write("<nd ref=\"" + (line < SIDE ? 1 + line * SIDE + i : 1 + i * SIDE + line - SIDE) + "\"/>");
                }
                out.write("<tag k=\"highway\" v=\"" + (line % 10 == 0 ? "tertiary" : "residential") + "\"/><tag k=\"name\" v=\"通り" + line + "\"/></way>\n");
            }
            out.write("</osm>\n");
        }
    }

    private static void measure(RoadNetwork network) {
        Random random = new Random(11);
        GeometryFactory geometry = new GeometryFactory();
        List<Danger> dangers = new ArrayList<>();
        double[] factors = {0.01, 0.02, 0.05, 0.1};
        for (int i = 0; i < DANGERS; i++) {
            dangers.add(new Danger("d" + i, "d", "d", 1, factors[i % 4], geometry.createPoint(new Coordinate(139.8 + SIDE * STEP * (0.3 + 0.4 * random.nextDouble()),
                    37.4 + SIDE * STEP * (0.3 + 0.4 * random.nextDouble()))).buffer(0.001 + 0.003 * random.nextDouble(), 8)));
        }
        List<List<Position>> asked = new ArrayList<>();
        for (int i = 0; i < WAYS; i++) {
            double lat = 37.4 + SIDE * STEP * (0.35 + 0.3 * random.nextDouble());
            double lon = 139.8 + SIDE * STEP * (0.35 + 0.3 * random.nextDouble());
            double angle = random.nextDouble() * 2 * Math.PI;
            asked.add(List.of(new Position(lat, lon), new Position(lat + 0.018 * Math.sin(angle), lon + 0.022 * Math.cos(angle))));
        }
        double[] ours = new double[ROUNDS];
        double[] base = new double[ROUNDS];
        for (int round = -6; round < ROUNDS; round++) {
            double b = median(asked, way -> network.route(WayProfile.FOOT, Season.ALL_YEAR, way, List.of(), false));
            double q = median(asked, way -> WayFinder.find(network, WayProfile.FOOT, Season.ALL_YEAR, way, 3.6, dangers, false));
            if (round >= 0) {
                base[round] = b;
                ours[round] = q;
            }
        }
        double value = middle(ours);
        double baseline = middle(base);
        Figures.write("route.time", value, "ms", baseline, value / baseline, "median of a way of about 2 km, " + network.nodes() + " nodes, " + DANGERS
                + " dangers; baseline bare GraphHopper without dangers");
    }

    private interface Call {
        void of(List<Position> way);
    }

    private static double median(List<List<Position>> asked, Call call) {
        double[] times = new double[asked.size()];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            call.of(asked.get(i));
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        return middle(times);
    }

    private static double middle(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
