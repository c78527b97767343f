package jp.michishirube.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.michishirube.Product;
import jp.michishirube.testing.Surroundings;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code lifecycle.rate}: complete lives of plans per second through the use cases, outside world and printing included, against the
 * bare engine running the same models with empty steps by as many threads, in turns on the same PostgreSQL.
 * {@code lifecycle.evidence}: the same lives with the chain and the lines of reading, against without, in turns.
 */
final class LifecycleBench {

    private static final int THREADS = 2;
    private static final int ROUNDS = 5;
    private static final int LIVES = 40;
    private static final int TURNS = 10;
    /** Lives of one turn with or without evidence: the chain, which is carried on each minute, is so here about six times as often. */
    private static final int TURN = 150;
    /** Lives after evidence was turned on or off, before the clock runs. */
    private static final int SETTLE = 12;
    private static final int WARM = Integer.getInteger("bench.warm", 1200);

    private LifecycleBench() {}

    static void measure() throws Exception {
        List<String> settings = new ArrayList<>(Surroundings.outside().settings());
        settings.addAll(List.of("--spring.profiles.active=demo", "--server.port=0", "--spring.datasource.url=" + Surroundings.newDatabase(),
                "--spring.datasource.username=postgres", "--spring.datasource.password=postgres", "--michishirube.data-dir=target/bench-data",
                "--camunda.bpm.job-execution.enabled=false", "--spring.datasource.hikari.maximum-pool-size=12"));
        try (ConfigurableApplicationContext product = new SpringApplicationBuilder(Product.class).run(settings.toArray(String[]::new))) {
            Lives lives = new Lives(product);
            lives.live();
            int deliveries = product.getBean(JdbcClient.class).sql("select count(*) from sharing.delivery").query(Integer.class).single();
            BareLives bare = new BareLives(deliveries, 12);
            // A rate is of a product that has been running: the JVM's compiler takes a third of the first 300 lives' processor time, a
            // fifth after 500, a tenth after 900. Both get the same number.
            rate(lives::live, WARM);
            rate(bare::live, WARM);
            double[] ours = new double[ROUNDS];
            double[] base = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                base[round] = rate(bare::live, 3 * LIVES);
                ours[round] = rate(lives::live, LIVES);
            }
            double value = Figures.median(ours);
            double baseline = Figures.median(base);
            Figures.write("lifecycle.rate", value, "lives/s", baseline, value / baseline, THREADS + " threads, " + deliveries
                    + " deliveries a life, linked facts, sealed PDF and delivery over HTTP; baseline the bare engine with empty steps");
            evidence(lives, new EvidenceCost(product.getBean(JdbcTemplate.class)));
        }
    }

    /**
     * In turns of a few lives, so that what the machine does besides in the course of minutes weighs on both alike; the ratio is the median of the
     * turns', each against as many lives seconds later or earlier.
     */
    private static void evidence(Lives lives, EvidenceCost evidence) throws Exception {
        double[] ratios = new double[TURNS];
        double without = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            double[] seconds = new double[2];
            for (boolean on : turn % 2 == 0 ? new boolean[] {true, false} : new boolean[] {false, true}) {
                evidence.set(on);
                // Turning it on or off makes the database plan anew on each connection; operation does not.
                rate(lives::live, SETTLE, evidence::carryOn);
                seconds[on ? 1 : 0] = TURN / rate(lives::live, TURN, evidence::carryOn);
            }
            ratios[turn] = seconds[0] / seconds[1];
            without += seconds[0];
        }
        evidence.set(true);
        double ratio = Figures.median(ratios);
        double baseline = TURNS * TURN / without;
        Figures.write("lifecycle.evidence", ratio * baseline, "lives/s", baseline, ratio, "with chain and lines of reading; baseline without; median of " + TURNS + " turns");
    }

    private static double rate(Runnable life, int count) throws Exception {
        return rate(life, count, () -> { });
    }

    private static double rate(Runnable life, int count, Runnable afterwards) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            long start = System.nanoTime();
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                running.add(threads.submit(life));
            }
            for (Future<?> one : running) {
                one.get();
            }
            afterwards.run();
            return count / ((System.nanoTime() - start) / 1e9);
        } finally {
            threads.shutdown();
        }
    }
}
