package jp.michishirube.inbox;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import jp.michishirube.bench.Figures;
import jp.michishirube.casefile.CaseSteps.Party;
import jp.michishirube.roster.BareEngine;
import jp.michishirube.testing.Surroundings;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code inbox.page.vs-engine}: a page of an office's 10,000 open steps, soonest due first; baseline the engine's own task query by
 * process variable, 20 of the same 10,000. The ratio says how many times faster.
 */
public final class InboxEngineBench {

    private static final int OPEN = Integer.getInteger("bench.open", 10_000);
    private static final int ROUNDS = 21;

    private InboxEngineBench() {}

    public static void measure() {
        try (HikariDataSource ours = pool(); HikariDataSource bare = pool(); BareEngine engine = new BareEngine(bare)) {
            Flyway.configure().dataSource(ours).locations("classpath:db/migration").load().migrate();
            ManyCases.write(new JdbcTemplate(ours), OPEN, OPEN, 1);
            engine.open(OPEN, 1);
            new JdbcTemplate(bare).execute("vacuum analyze");
            InboxList list = new InboxList(JdbcClient.create(ours), Clock.systemUTC());
            Viewer viewer = new Viewer("aoba1", Party.OFFICE, "AOBA");
            InboxFilter filter = InboxFilter.of(new HashMap<>(Map.of("tab", "office")));
            double[] page = new double[ROUNDS];
            double[] query = new double[ROUNDS];
            for (int round = -5; round < ROUNDS; round++) {
                long begin = System.nanoTime();
                int seen = list.page(viewer, filter).size();
                long between = System.nanoTime();
                int found = engine.page("office-0");
                if (seen <= InboxList.PAGE || found != InboxList.PAGE) {
                    throw new IllegalStateException(seen + " and " + found + " found");
                }
                if (round >= 0) {
                    page[round] = (between - begin) / 1e6;
                    query[round] = (System.nanoTime() - between) / 1e6;
                }
            }
            double value = Figures.median(page);
            double baseline = Figures.median(query);
            Figures.write("inbox.page.vs-engine", value, "ms", baseline, baseline / value, OPEN + " open steps; times faster than the engine's task query");
        }
    }

    private static HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(Surroundings.newDatabase());
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(4);
        return pool;
    }
}
