package jp.michishirube.signing;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.document.PrintedPlan.Size;
import jp.michishirube.problem.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Batches of plans printed as one file ({@link PressBatches} makes them). Paper copies: a seal cannot survive in a joined file. A batch in
 * which a plan was erased meanwhile ({@link EraseSealed}) is shown as failed; printing changes nothing, so it is just asked for again.
 */
@Repository
class PrintBatches {

    static final int MOST = 2000;
    /** A batch that did not move for so long has lost its node. */
    private static final Duration LOST = Duration.ofMinutes(1);
    /** One that ends its node each time is given up. */
    private static final int MOST_TRIES = 3;
    private static final int PIECE = 1 << 20;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration keep;

    PrintBatches(JdbcClient jdbc, Clock clock, @Value("${michishirube.print.keep:7d}") Duration keep) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keep = keep;
    }

    /** A plan that could not be printed. @param why kind of a problem, or the name of what was thrown */
    record Refused(String caseNumber, String why) {}

    /**
     * @param skipped cases that are not in the file
     * @param refused those of them that can be named, and why
     */
    record Batch(long id, int total, int done, int skipped, String state, List<Refused> refused) {

        public boolean isRunning() {
            return state.equals("RUNNING");
        }

        public boolean isReady() {
            return state.equals("READY");
        }
    }

    /** What is to be printed. */
    record Job(long id, List<Long> cases, Size size) {}

    /** @throws Problem {@code print-nothing} or {@code print-too-many} (400) */
    long ask(String person, List<Long> caseIds, Size size) {
        if (caseIds.isEmpty() || caseIds.size() > MOST) {
            throw Problem.badRequest(caseIds.isEmpty() ? "print-nothing" : "print-too-many", MOST);
        }
        return jdbc.sql("insert into signing.print_batch (person, total, state, started_at, cases, size) values (?, ?, 'RUNNING', ?, ?, ?) returning id")
                .params(person, caseIds.size(), now(), caseIds.toArray(Long[]::new), size.name()).query(Long.class).single();
    }

    /** Takes the next batch that nobody is printing; counts it from its beginning. */
    Optional<Job> take() {
        jdbc.sql("update signing.print_batch set state = 'FAILED' where state = 'RUNNING' and (cases is null or tries >= ? and moved_at < ?)")
                .params(MOST_TRIES, now().minus(LOST)).update();
        return jdbc.sql("""
                update signing.print_batch set moved_at = :now, tries = tries + 1, done = 0, skipped = 0, refused = '[]'
                where id = (select id from signing.print_batch where state = 'RUNNING' and (moved_at is null or moved_at < :lost)
                            order by id limit 1 for update skip locked)
                returning id, cases, size
                """).param("now", now()).param("lost", now().minus(LOST))
                .query((rs, n) -> new Job(rs.getLong(1), Arrays.asList((Long[]) rs.getArray(2).getArray()), Size.valueOf(rs.getString(3)))).optional();
    }

    /** @return whether the batch is still wanted */
    boolean moved(long id, boolean printed) {
        return jdbc.sql("update signing.print_batch set done = done + 1, skipped = skipped + ?, moved_at = ? where id = ? and state = 'RUNNING'")
                .params(printed ? 0 : 1, now(), id).update() == 1;
    }

    void refused(long id, CaseId caseId, String why) {
        jdbc.sql("""
                update signing.print_batch set refused = refused || jsonb_build_object('case', (select number from casefile.casefile where id = ?), 'why', ?)
                where id = ? and state = 'RUNNING'
                """).params(caseId.value(), why, id).update();
    }

    void ready(long id, PrintedFile file) throws IOException {
        try (var in = file.open()) {
            jdbc.sql("update signing.print_batch set state = 'READY', content = :content where id = :id and state = 'RUNNING'").param("id", id)
                    .param("content", new SqlBinaryValue(in, file.length())).update();
        }
    }

    void failed(long id) {
        jdbc.sql("update signing.print_batch set state = 'FAILED' where id = ? and state = 'RUNNING'").param(id).update();
    }

    Optional<Batch> find(long id, String person) {
        List<Refused> refused = jdbc.sql("""
                select r ->> 'case', r ->> 'why' from signing.print_batch b, jsonb_array_elements(b.refused) r where b.id = ? and b.person = ?
                """).params(id, person).query((rs, n) -> new Refused(rs.getString(1), rs.getString(2))).list();
        return jdbc.sql("select id, total, done, skipped, state from signing.print_batch where id = ? and person = ?").params(id, person)
                .query((rs, n) -> new Batch(rs.getLong(1), rs.getInt(2), rs.getInt(3), rs.getInt(4), rs.getString(5), refused)).optional();
    }

    /** Whose plans the batch was asked for; empty for one that does not know, or that is not ready. */
    List<CaseId> cases(long id, String person) {
        return jdbc.sql("select unnest(cases) from signing.print_batch where id = ? and person = ? and state = 'READY'").params(id, person)
                .query((rs, n) -> new CaseId(rs.getLong(1))).list();
    }

    /** Writes the file of a ready batch, a piece at a time: two thousand plans do not fit into the memory of a small machine. */
    void write(long id, OutputStream out) throws IOException {
        for (int from = 1;; from += PIECE) {
            byte[] piece = jdbc.sql("select substring(content from ? for ?) from signing.print_batch where id = ? and state = 'READY'")
                    .params(from, PIECE, id).query((rs, n) -> rs.getBytes(1)).optional().orElse(new byte[0]);
            out.write(piece);
            if (piece.length < PIECE) {
                return;
            }
        }
    }

    /** @return how many were old enough to go */
    @Scheduled(cron = "0 55 2 * * *", zone = "Asia/Tokyo")
    int forget() {
        return jdbc.sql("delete from signing.print_batch where started_at < ?").param(now().minus(keep)).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
