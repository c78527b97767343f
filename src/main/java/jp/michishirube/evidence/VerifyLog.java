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
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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

    /**
     * Connections that the proof leaves to nobody else meanwhile. The database does the work, on processors of its own: how many this program has
     * says nothing of them.
     */
    private static final int AT_ONCE = 4;

    /** Lines that a part looks at: what it read still lies in PostgreSQL's memory when its neighbour reads the same. */
    private static final int A_PART = 100_000;

    private final DataSource database;
    private final JdbcClient jdbc;
    private final int part;

    VerifyLog(DataSource database) {
        this(database, A_PART);
    }

    /** @param part how many lines are looked at in one go; the outcome is the same */
    VerifyLog(DataSource database, int part) {
        this.database = database;
        this.part = part;
        this.jdbc = JdbcClient.create(database);
    }

    /** @param folder with the files kept apart; null to leave them out */
    Findings run(Path folder) {
        Proof proof = new Proof();
        Queue<ProofPart> parts = new ConcurrentLinkedQueue<>(asHashed(this::parts));
        ExecutorService beside = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Void>> hands = IntStream.range(0, AT_ONCE).mapToObj(i -> beside.submit(() -> asHashed(c -> {
                for (ProofPart next = parts.poll(); next != null; next = parts.poll()) {
                    next.prove(c, proof);
                }
                return (Void) null;
            }))).toList();
            for (Future<Void> hand : hands) {
                hand.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            beside.shutdownNow();
        }
        List<Fault> faults = proof.faults();
        List<Head> heads = heads();
        heads.forEach(head -> head(head, folder, faults));
        return new Findings(proof.days(), proof.lines(), heads.size(), proof.hasErased() ? erased() : Map.of(), faults);
    }

    /** Parts of the chain and of the content by turns: as both grew together, what one reads the other has just read. */
    private List<ProofPart> parts(Connection c) throws SQLException {
        List<ProofPart> links = ProveChain.all(c, part);
        List<ProofPart> contents = ProveContent.all(c, part);
        List<ProofPart> parts = new ArrayList<>();
        for (int i = 0; i < Math.max(links.size(), contents.size()); i++) {
            parts.addAll(links.subList(Math.min(i, links.size()), Math.min(i + 1, links.size())));
            parts.addAll(contents.subList(Math.min(i, contents.size()), Math.min(i + 1, contents.size())));
        }
        return parts;
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
