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
    /** The chain is carried on once a minute; so many lives end in about half of one. */
    private static final int MINUTE = 240;
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

    /** With, without, without, with: whatever grows faster or slower by itself weighs on both alike. */
    private static void evidence(Lives lives, EvidenceCost evidence) throws Exception {
        double with = 0;
        double without = 0;
        int rounds = 3;
        for (int round = 0; round < rounds; round++) {
            for (boolean on : new boolean[] {true, false, false, true}) {
                evidence.set(on);
                // what was written while it was off is nobody's cost
                evidence.carryOn();
                double seconds = MINUTE / rate(lives::live, MINUTE, evidence::carryOn);
                if (on) {
                    with += seconds;
                } else {
                    without += seconds;
                }
            }
        }
        evidence.set(true);
        double lived = 2.0 * rounds * MINUTE;
        Figures.write("lifecycle.evidence", lived / with, "lives/s", lived / without, without / with,
                "with chain and lines of reading; baseline without; " + rounds + " rounds of with, without, without, with");
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
