package jp.michishirube.launch;

import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import jp.michishirube.bench.Figures;
import jp.michishirube.testing.Surroundings;
import jp.michishirube.workflow.EngineSchema;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * {@code take-over}: rows a second of a database brought into an empty one, making its tables and counting included, in turns with a bare COPY of the
 * same rows from table to table through one connection on each side, into tables that are there already.
 */
public final class TakeOverBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final List<String> FILLED = List.of("casefile.resident", "casefile.casefile", "casefile.event", "privacy.access");

    private TakeOverBench() {}

    public static void measure() throws Exception {
        int cases = Integer.getInteger("bench.cases", 200_000);
        DataSource old = database();
        migrate(old);
        EngineSchema.update(old);
        JdbcClient jdbc = JdbcClient.create(old);
        jdbc.sql("insert into casefile.resident (name, kana, address) select '見本 ' || i, 'ミホン ' || i, '青葉町' || i from generate_series(1, ?) i").param(cases).update();
        jdbc.sql("insert into casefile.casefile (number, resident_id, opened_at) select 'T-' || id, id, now() from casefile.resident").update();
        jdbc.sql("""
                insert into casefile.event (case_id, at, actor_id, actor, kind) select c.id, now(), 'aoba1', '佐藤 恵', 'opened'
                from casefile.casefile c, generate_series(1, 5)
                """).update();
        jdbc.sql("""
                insert into privacy.access (at, case_id, person_id, name, office, role, what) select now(), c.id, 'aoba1', '佐藤 恵', 'AOBA', 'CARE_MANAGER', 'plan'
                from casefile.casefile c, generate_series(1, 10)
                """).update();
        jdbc.sql("vacuum analyze").update();
        double[] ours = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        long rows = 0;
        for (int round = -1; round < ROUNDS; round++) {
            DataSource other = database();
            migrate(other);
            long begin = System.nanoTime();
            for (String table : FILLED) {
                copy(old, other, table);
            }
            double copied = (System.nanoTime() - begin) / 1e9;
            DataSource fresh = database();
            begin = System.nanoTime();
            rows = new CopyDatabase(old, fresh).run();
            double taken = (System.nanoTime() - begin) / 1e9;
            System.out.printf("bare COPY %.1f s, take-over %.1f s of %,d rows%n", copied, taken, rows);
            if (round >= 0) {
                ours[round] = rows / taken;
                bare[round] = rows / copied;
            }
        }
        double value = Figures.median(ours);
        double baseline = Figures.median(bare);
        Figures.write("take-over", value, "rows/s", baseline, value / baseline, rows + " rows; baseline a bare COPY of the same rows");
    }

    private static DataSource database() {
        return new DriverManagerDataSource(Surroundings.newDatabase(), "postgres", "");
    }

    private static void migrate(DataSource database) {
        Flyway.configure().dataSource(database).locations("classpath:db/migration").outOfOrder(true).load().migrate();
    }

    private static void copy(DataSource from, DataSource to, String table) throws Exception {
        try (Connection out = from.getConnection(); Connection in = to.getConnection(); Statement s = in.createStatement();
                PipedInputStream pipe = new PipedInputStream(1 << 20)) {
            s.execute("set session_replication_role = replica");
            PipedOutputStream filled = new PipedOutputStream(pipe);
            CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
                try (filled) {
                    out.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", filled);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            in.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin", pipe);
            reading.get();
        }
    }
}
