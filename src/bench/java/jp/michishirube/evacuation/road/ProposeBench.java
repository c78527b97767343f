package jp.michishirube.evacuation.road;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import jp.michishirube.Product;
import jp.michishirube.bench.Figures;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.evacuation.hazard.Position;
import jp.michishirube.review.Loop;
import jp.michishirube.sharing.pool.SuggestVolunteers;
import jp.michishirube.testing.ProductSurroundings;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code supporters.propose}: who of 5,000 willing people comes near for one home, from the database to the ordered list with its line, against one
 * search of a way of about 2 km from the same home over the same network of more than 50,000 nodes, in turns.
 */
public final class ProposeBench {

    private static final int WILLING = 5_000;
    private static final int ROUNDS = 60;
    private static final int WARM = 30;
    private static final double LAT = 37.53;
    private static final double LON = 139.93;

    private ProposeBench() {}

    public static void measure() throws Exception {
        Path osm = Files.createTempDirectory("propose-bench").resolve("grid.osm");
        RouteTimeBench.write(osm);
        try (ConfigurableApplicationContext product = new SpringApplicationBuilder(Product.class).profiles("demo").initializers(new ProductSurroundings())
                .run("--server.port=0", "--michishirube.evacuation.osm=" + osm, "--michishirube.outbox.every=1h")) {
            JdbcClient jdbc = product.getBean(JdbcClient.class);
            SuggestVolunteers suggest = product.getBean(SuggestVolunteers.class);
            RoadNetwork network = product.getBean(Roads.class).network().orElseThrow();
            CaseFile file = product.getBean(OpenCase.class).open(new Resident(0, "PROPOSE", null, "試験 花子", "シケン ハナコ", LocalDate.of(1940, 3, 2), "女", "", "みちしるべ市提案町1", "",
                    "提案町"), "AOBA", 5);
            fill(jdbc, file);
            Random random = new Random(3);
            double[] ours = new double[ROUNDS];
            double[] base = new double[ROUNDS];
            product.getBean(Loop.class).as("aoba1", () -> {
                for (int round = -WARM; round < ROUNDS; round++) {
                    double angle = random.nextDouble() * 2 * Math.PI;
                    List<Position> way = List.of(new Position(LAT, LON), new Position(LAT + 0.018 * Math.sin(angle), LON + 0.022 * Math.cos(angle)));
                    double b = millis(() -> WayFinder.find(network, WayProfile.FOOT, Season.ALL_YEAR, way, 3.6, List.of(), false));
                    double o = millis(() -> {
                        if (suggest.of(file, new SuggestVolunteers.Wish(Set.of(), "")).all() <= SuggestVolunteers.COUNTED) {
                            throw new IllegalStateException("not all were found");
                        }
                    });
                    if (round >= 0) {
                        base[round] = b;
                        ours[round] = o;
                    }
                }
            });
            double value = Figures.median(ours);
            double baseline = Figures.median(base);
            Figures.write("supporters.propose", value, "ms", baseline, value / baseline, WILLING + " willing people, " + network.nodes() + " nodes; baseline one search of a way");
        }
    }

    private static void fill(JdbcClient jdbc, CaseFile file) {
        jdbc.sql("insert into evacuation.home (resident_id, lat, lon, origin, set_at, set_by) values (?, ?, ?, 'HAND', now(), 'bench')").params(file.resident().id(), LAT, LON).update();
        Random random = new Random(5);
        for (int n = 0; n < WILLING; n++) {
            jdbc.sql("""
                    insert into sharing.volunteer (party, name, name_key, contact_name, area, address, lat, lon, phone, language, areas, times, most, source, state, changed_at, changed_by)
                    values ('PERSON', ?, ?, '', '提案町', '', ?, ?, ?, 'ja', array['提案町'], array['DAY'], 3, 'CITY', 'STANDING', now(), 'bench')
                    """).params("協力 " + n, "キョウリョク" + n, LAT + 0.1 * (random.nextDouble() - 0.5), LON + 0.12 * (random.nextDouble() - 0.5), "090%08d".formatted(n)).update();
        }
        jdbc.sql("analyze sharing.volunteer").update();
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
