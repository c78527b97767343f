package jp.michishirube.roster.priority;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import jp.michishirube.organization.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** That everybody is to be ranked again, and how far it is: in the database, so that it outlives a restart. */
@Repository
public class Rankings {

    private final JdbcClient jdbc;
    private final Clock clock;

    Rankings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Ranking> last() {
        return jdbc.sql("select * from roster.ranking").query((rs, n) -> new Ranking(instant(rs.getObject("asked_at", OffsetDateTime.class)),
                rs.getString("asked_name"), rs.getLong("total"), rs.getLong("done"), rs.getLong("changed"),
                instant(rs.getObject("finished_at", OffsetDateTime.class)))).optional();
    }

    /** One that is under way goes on as it is. */
    void ask(Person by, long total) {
        jdbc.sql("""
                insert into roster.ranking (asked_at, asked_by, asked_name, total) values (:now, :by, :name, :total)
                on conflict (one) do update set asked_at = :now, asked_by = :by, asked_name = :name, total = :total, done = 0, changed = 0,
                    after_id = 0, finished_at = null where ranking.finished_at is not null
                """).param("now", now()).param("by", by.id()).param("name", by.name()).param("total", total).update();
    }

    /** Holds it against other nodes until the transaction ends. @return whether there is something to do */
    boolean lock() {
        return jdbc.sql("select 1 from roster.ranking where finished_at is null for update").query(Integer.class).optional().isPresent();
    }

    /** The entry up to which it is: who could not be ranked is not tried again before the next time. */
    long after() {
        return jdbc.sql("select after_id from roster.ranking").query(Long.class).single();
    }

    void count(long done, long changed, long after) {
        jdbc.sql("update roster.ranking set done = done + ?, changed = changed + ?, after_id = ?").params(done, changed, after).update();
    }

    void finish() {
        jdbc.sql("update roster.ranking set finished_at = ?").param(now()).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
