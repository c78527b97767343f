package jp.michishirube.evidence;

import java.io.OutputStream;
import java.sql.Connection;
import jp.michishirube.bench.Figures;
import jp.michishirube.testing.Surroundings;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * {@code verify-log}: the proof of 10,000,000 lines ({@code -Dbench.lines}), in turns with one sequential read of what it looks at: the lines of the
 * chain and the rows they stand for, as PostgreSQL writes them out (COPY), thrown away by the reader.
 */
public final class VerifyLogBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

    private VerifyLogBench() {}

    public static void measure() throws Exception {
        int lines = Integer.getInteger("bench.lines", 10_000_000);
        DriverManagerDataSource database = new DriverManagerDataSource(Surroundings.newDatabase(), "postgres", "");
        Flyway.configure().dataSource(database).locations("classpath:db/migration").outOfOrder(true).load().migrate();
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("insert into casefile.resident (name) values ('見本')").update();
        jdbc.sql("insert into casefile.casefile (number, resident_id, opened_at) values ('B-1', 1, now())").update();
        long begin = System.nanoTime();
        jdbc.sql("""
                insert into privacy.access (at, case_id, person_id, name, office, role, what)
                select now(), 1, 'person-' || i % 97, '担当 ' || i % 97, 'AOBA', 'CARE_MANAGER', 'plan' from generate_series(1, ?) i
                """).param(lines).update();
        while (jdbc.sql("select evidence.carry_on(false)").query(Integer.class).single() > 0) {
            // until all is in the chain
        }
        jdbc.sql("vacuum analyze").update();
        System.out.printf("%,d lines written and chained in %.0f s%n", lines, (System.nanoTime() - begin) / 1e9);
        double[] proof = new double[ROUNDS];
        double[] read = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            double reading = seconds(() -> read(database));
            double proving = seconds(() -> {
                Findings found = new VerifyLog(database).run(null);
                if (!found.hold() || found.lines() != lines) {
                    throw new IllegalStateException(found.toString());
                }
            });
            if (round >= 0) {
                read[round] = reading;
                proof[round] = proving;
            }
            System.out.printf("read %.1f s, proved %.1f s%n", reading, proving);
        }
        double value = Figures.median(proof);
        double baseline = Figures.median(read);
        Figures.write("verify-log", value, "s", baseline, value / baseline, lines + " lines; baseline one sequential read of chain and rows");
    }

    private static void read(DriverManagerDataSource database) throws Exception {
        try (Connection c = database.getConnection()) {
            for (String table : new String[] {"evidence.line", "privacy.access"}) {
                c.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", OutputStream.nullOutputStream());
            }
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }
}
