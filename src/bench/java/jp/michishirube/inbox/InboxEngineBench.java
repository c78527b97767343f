package jp.michishirube.inbox;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jp.michishirube.bench.Figures;
import jp.michishirube.casefile.CaseSteps.Party;
import jp.michishirube.roster.intake.BareEngine;
import jp.michishirube.testing.Surroundings;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code inbox.page.vs-engine}: a page of an office's 10,000 open steps in each of the five orders the list offers, mean of their medians.
 * Baseline the same pages of the same 10,000 from the engine alone, as a team without a table of its own would get them: a task query by
 * the process variable of the office and the group that works on it, sorted by the task's due time or by a process variable, and one query for the
 * variables that the page shows. The ratio says how many times faster; the note also tells each order, and the plainest query by one variable, unsorted.
 */
public final class InboxEngineBench {

    private static final int OPEN = Integer.getInteger("bench.open", 10_000);
    private static final int ROUNDS = 31;
    /** A product that runs is warm. */
    private static final int WARM_UP = 40;
    private static final Viewer VIEWER = new Viewer("aoba1", Party.OFFICE, "AOBA", Viewer.Protects.ALL);

    private InboxEngineBench() {}

    public static void measure() {
        try (HikariDataSource ours = pool(); HikariDataSource bare = pool(); BareEngine engine = new BareEngine(bare)) {
            Flyway.configure().dataSource(ours).locations("classpath:db/migration").load().migrate();
            ManyCases.write(new JdbcTemplate(ours), OPEN, OPEN, 1);
            // every step one of the office's, as the engine's tasks all are
            new JdbcTemplate(ours).execute("update inbox.work_item set party = 'OFFICE'");
            new JdbcTemplate(ours).execute("vacuum full analyze inbox.work_item");
            engine.open(cases(new JdbcTemplate(ours)));
            new JdbcTemplate(bare).execute("vacuum analyze");
            compare(new InboxList(JdbcClient.create(ours), Clock.systemUTC()), engine);
        }
    }

    private static void compare(InboxList list, BareEngine engine) {
        Map<InboxOrder, double[]> page = new EnumMap<>(InboxOrder.class);
        Map<InboxOrder, double[]> query = new EnumMap<>(InboxOrder.class);
        double[] plain = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (InboxOrder order : InboxOrder.values()) {
                InboxFilter filter = InboxFilter.of(new HashMap<>(Map.of("tab", "office", "order", order.path())));
                long begin = System.nanoTime();
                List<String> seen = list.page(VIEWER, filter).stream().map(l -> l.item().caseNumber()).toList();
                long between = System.nanoTime();
                List<String> found = page(engine, order);
                keep(page, order, round, between - begin);
                keep(query, order, round, System.nanoTime() - between);
                // only a case number is one case's alone: other orders leave open who comes first of two
                if (found.size() <= InboxList.PAGE || order == InboxOrder.NUMBER && !found.equals(seen)) {
                    throw new IllegalStateException(order + ": " + seen + " and " + found);
                }
            }
            long begin = System.nanoTime();
            engine.tasks("AOBA");
            plain[Math.max(0, round)] = (System.nanoTime() - begin) / 1e6;
        }
        double value = mean(page);
        double baseline = mean(query);
        Figures.write("inbox.page.vs-engine", value, "ms", baseline, baseline / value, String.format(Locale.ROOT,
                "%d open steps; times faster than the engine's task query by process variable, mean of five orders (%s); one variable, unsorted: %.1f ms", OPEN,
                page.keySet().stream().map(o -> String.format(Locale.ROOT, "%s %.2f/%.1f", o.path(), Figures.median(page.get(o)),
                        Figures.median(query.get(o)))).collect(Collectors.joining(", ")), Figures.median(plain)));
    }

    private static List<String> page(BareEngine engine, InboxOrder order) {
        int size = InboxList.PAGE + 1;
        return switch (order) {
            case DUE -> engine.page("AOBA", null, null, size);
            case WAITING -> engine.page("AOBA", "waitingSince", ValueType.DATE, size);
            case PRIORITY -> engine.page("AOBA", "priority", ValueType.INTEGER, size);
            case NAME -> engine.page("AOBA", "kana", ValueType.STRING, size);
            case NUMBER -> engine.page("AOBA", "number", ValueType.STRING, size);
        };
    }

    private static void keep(Map<InboxOrder, double[]> all, InboxOrder order, int round, long nanos) {
        all.computeIfAbsent(order, o -> new double[ROUNDS])[Math.max(0, round)] = nanos / 1e6;
    }

    private static double mean(Map<InboxOrder, double[]> all) {
        return all.values().stream().mapToDouble(Figures::median).average().orElseThrow();
    }

    private static List<Map<String, Object>> cases(JdbcTemplate ours) {
        return ours.query("select * from inbox.work_item", (rs, n) -> {
            Map<String, Object> variables = new HashMap<>();
            for (String column : List.of("office", "area")) {
                variables.put(column, rs.getString(column));
            }
            variables.put("number", rs.getString("case_number"));
            variables.put("name", rs.getString("resident_name"));
            variables.put("kana", rs.getString("resident_kana"));
            variables.put("priority", rs.getInt("priority"));
            variables.put("waitingSince", new java.util.Date(rs.getTimestamp("waiting_since").getTime()));
            variables.put("due", new java.util.Date(rs.getTimestamp("due_at").getTime()));
            return variables;
        });
    }

    private static HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(Surroundings.newDatabase());
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(4);
        return pool;
    }
}
