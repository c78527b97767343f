package jp.michishirube.renewal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row a night: who looks, how far it came, what it found. A night whose node fell silent is taken over where it stopped. */
@Repository
class Nights {

    /** A page of plans takes seconds; a node that says nothing for so long is gone. */
    static final Duration SILENT = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    Nights(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param lastCase  id of the case up to which it looked
     * @param looked    plans in force
     * @param proposed  renewals that it began
     * @param added     reasons that it added to renewals under way
     * @param waiting   plans that would have been proposed beyond what one night may
     * @param failed    plans that could not be proposed: left aside for people
     * @param endedAt   null while it looks, or waits to be taken over
     * @param reasons   how many of each kind
     */
    record Night(
            LocalDate day, Instant begunAt, long lastCase, int looked, int proposed, int added, int waiting, int failed, Instant endedAt,
            Map<Trigger, Integer> reasons) {}

    /** @return the night, which is this worker's now; empty when it is over, or another looks */
    Optional<Night> claim(LocalDate day, String worker) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbc.sql("""
                insert into renewal.night (day, begun_at, alive_at, worker) values (:day, :now, :now, :worker)
                on conflict (day) do update set alive_at = excluded.alive_at, worker = excluded.worker
                    where night.ended_at is null and night.alive_at < :silent returning *
                """).param("day", day).param("now", now).param("worker", worker).param("silent", now.minus(SILENT)).query((rs, n) -> night(rs)).optional();
    }

    /** @return false when another worker has taken it over */
    boolean cameTo(LocalDate day, String worker, long lastCase, int looked, int waiting, int failed) {
        return jdbc.sql("""
                update renewal.night set last_case = :last, looked = looked + :looked, waiting = waiting + :waiting, failed = failed + :failed, alive_at = :now
                where day = :day and worker = :worker and ended_at is null
                """).param("last", lastCase).param("looked", looked).param("waiting", waiting).param("failed", failed).param("now", OffsetDateTime.now(clock))
                .param("day", day).param("worker", worker).update() == 1;
    }

    /** In the transaction of the proposal, so that what is told is what was done. */
    void found(LocalDate day, Trigger kind, ProposeRenewal.Done done) {
        jdbc.sql("insert into renewal.night_reason (day, kind, n) values (?, ?, 1) on conflict (day, kind) do update set n = night_reason.n + 1")
                .params(day, kind.name()).update();
        jdbc.sql("update renewal.night set proposed = proposed + ?, added = added + ?, alive_at = ? where day = ?")
                .params(done == ProposeRenewal.Done.PROPOSED ? 1 : 0, done == ProposeRenewal.Done.ADDED ? 1 : 0, OffsetDateTime.now(clock), day).update();
    }

    int proposed(LocalDate day) {
        return jdbc.sql("select proposed from renewal.night where day = ?").param(day).query(Integer.class).single();
    }

    void end(LocalDate day, String worker) {
        jdbc.sql("update renewal.night set ended_at = ? where day = ? and worker = ? and ended_at is null").params(OffsetDateTime.now(clock), day, worker).update();
    }

    /** Newest first. */
    List<Night> last(int most) {
        return jdbc.sql("select * from renewal.night order by day desc limit ?").param(most).query((rs, n) -> night(rs)).list();
    }

    private Night night(ResultSet rs) throws SQLException {
        LocalDate day = rs.getObject("day", LocalDate.class);
        Map<Trigger, Integer> reasons = new TreeMap<>();
        jdbc.sql("select kind, n from renewal.night_reason where day = ?").param(day)
                .query(row -> { reasons.put(Trigger.valueOf(row.getString(1)), row.getInt(2)); });
        return new Night(day, rs.getTimestamp("begun_at").toInstant(), rs.getLong("last_case"), rs.getInt("looked"), rs.getInt("proposed"), rs.getInt("added"),
                rs.getInt("waiting"), rs.getInt("failed"), instant(rs.getTimestamp("ended_at")), reasons);
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
