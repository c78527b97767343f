package jp.michishirube.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import jp.michishirube.evidence.Findings.Fault;
import jp.michishirube.evidence.Findings.Kind;
import jp.michishirube.signing.CitySeal;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Proves the chain: each line against its table, each link against the one before, each day's end against what was sealed and kept apart.
 * Reads only; works on a restored backup as well.
 */
final class VerifyLog {

    /** Connections that the proof leaves to nobody else meanwhile. */
    private static final int MOST_AT_ONCE = 4;

    private final DataSource database;
    private final JdbcClient jdbc;

    VerifyLog(DataSource database) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
    }

    /** @param folder with the files kept apart; null to leave them out */
    Findings run(Path folder) {
        // The links, and in parts what the lines say, side by side on as many processors as there are: the database does the work.
        ExecutorService beside = Executors.newFixedThreadPool(Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors()));
        try {
            Future<ProveChain> links = beside.submit(() -> asHashed(ProveChain::of));
            List<Future<List<Fault>>> contents = asHashed(ProveContent::all).stream().map(part -> beside.submit(() -> asHashed(part::faults))).toList();
            ProveChain chain = links.get();
            List<Fault> faults = new ArrayList<>(chain.faults());
            for (Future<List<Fault>> content : contents) {
                faults.addAll(content.get());
            }
            faults.sort(Comparator.comparing(Fault::day, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(Fault::order));
            List<Head> heads = heads();
            heads.forEach(head -> head(head, folder, faults));
            return new Findings(chain.days(), chain.lines(), heads.size(), chain.hasErased() ? erased() : Map.of(), faults);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            beside.shutdownNow();
        }
    }

    private interface Question<T> {
        T ask(Connection c) throws SQLException;
    }

    private <T> T asHashed(Question<T> question) {
        return new JdbcTemplate(database).execute((ConnectionCallback<T>) c -> {
            boolean before = c.getAutoCommit();
            c.setAutoCommit(false);
            try (Statement s = c.createStatement()) {
                for (String setting : ChainQuestions.AS_HASHED) {
                    s.execute(setting);
                }
                return question.ask(c);
            } finally {
                c.rollback();
                c.setAutoCommit(before);
            }
        });
    }

    private List<Head> heads() {
        return jdbc.sql("""
                select h.day, h.links, h.chained, h.signature, h.certificate, h.made,
                    exists (select from signing.seal_certificate c where c.certificate = h.certificate) as ours,
                    (select l.chained from evidence.link l where l.day = h.day order by l.no desc limit 1) as now
                from evidence.head h order by h.day
                """).query((row, n) -> new Head(new DayHead(row.getObject("day", LocalDate.class), row.getInt("links"), row.getBytes("chained")),
                        row.getBytes("signature"), row.getBytes("certificate"), row.getTimestamp("made").toInstant(), row.getBoolean("ours"), row.getBytes("now"))).list();
    }

    private Map<String, Long> erased() {
        Map<String, Long> erased = new TreeMap<>();
        jdbc.sql("select rule, count(*) from evidence.line where erased is not null group by rule").query(row -> {
            erased.put(row.getString(1), row.getLong(2));
        });
        return erased;
    }

    private record Head(DayHead head, byte[] signature, byte[] certificate, Instant made, boolean ours, byte[] now) {}

    private static void head(Head h, Path folder, List<Fault> faults) {
        LocalDate day = h.head().day();
        if (!Arrays.equals(h.head().chained(), h.now())) {
            faults.add(new Fault(day, "", "", Kind.HEAD_DIFFERS));
        }
        if (!h.ours() || !CitySeal.isOf(h.head().text(), h.signature(), h.certificate(), h.made())) {
            faults.add(new Fault(day, "", "", Kind.HEAD_NOT_OURS));
        }
        if (folder == null) {
            return;
        }
        Path file = folder.resolve(day + ".txt");
        try {
            if (!Files.exists(file)) {
                faults.add(new Fault(day, file.toString(), "", Kind.FILE_MISSING));
            } else if (!Files.readAllLines(file).get(0).equals(h.head().line())) {
                faults.add(new Fault(day, file.toString(), "", Kind.FILE_DIFFERS));
            }
        } catch (IOException | IndexOutOfBoundsException e) {
            faults.add(new Fault(day, file.toString(), "", Kind.FILE_DIFFERS));
        }
    }
}
