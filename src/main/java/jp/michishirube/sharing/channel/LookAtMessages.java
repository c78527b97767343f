package jp.michishirube.sharing.channel;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What of the outbox a person must look at, and what the person may do about it. */
@Repository
class LookAtMessages {

    static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Queue queue;
    private final Clock clock;

    LookAtMessages(JdbcClient jdbc, Queue queue, Clock clock) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * @param oldest the longest that one waits
     * @param trying how many failed before and are tried again
     */
    record Waiting(String way, int count, int trying, Instant oldest) {}

    /** @param caseNumber empty for none */
    record Row(Sent sent, String caseNumber, boolean mayAgain) {}

    /** How many nobody has looked at yet. */
    int count() {
        return jdbc.sql("select count(*) from sharing.message where state in ('BOUNCED', 'UNKNOWN') and settled_by is null").query(Integer.class).single();
    }

    List<Waiting> waiting() {
        return jdbc.sql("""
                select way, count(*) as count, count(*) filter (where attempts > 0) as trying, min(coalesce(not_before, made_at)) as oldest from sharing.message
                where state = 'QUEUED' and coalesce(not_before, made_at) <= :now group by way order by way
                """).param("now", Timestamp.from(clock.instant())).query((rs, n) -> new Waiting(rs.getString("way"), rs.getInt("count"), rs.getInt("trying"), rs.getTimestamp("oldest").toInstant())).list();
    }

    /** Bounced and unknown, newest first, the last {@value #MOST}. */
    List<Row> toLookAt() {
        return jdbc.sql("""
                select m.*, coalesce(c.number, '') as number from sharing.message m left join casefile.casefile c on c.id = m.case_id
                where m.state in ('BOUNCED', 'UNKNOWN') and m.settled_by is null order by m.changed_at desc, m.id limit ?
                """).param(MOST).query((rs, n) -> new Row(Sent.of(rs), rs.getString("number"), rs.getBytes("link") != null)).list();
    }

    /**
     * Sends it again: one that bounced as if it had never been tried, one of unknown fate as a second message marked 再送.
     *
     * @return whether there was something to send
     */
    @Transactional
    boolean again(UUID id, String by) {
        int anew = jdbc.sql("""
                update sharing.message set state = 'QUEUED', attempts = 0, first_try = null, begun_at = null, doubt = false, claim = null, cause = null, next_try = :now,
                    changed_at = :now where id = :id and state = 'BOUNCED' and link is not null and settled_by is null
                """).param("now", Timestamp.from(clock.instant())).param("id", id).update();
        return anew == 1 || queue.again(id, by);
    }

    /** The person was told another way, or need not be. */
    @Transactional
    boolean settle(UUID id, String by) {
        return jdbc.sql("update sharing.message set settled_by = ?, link = null where id = ? and state in ('BOUNCED', 'UNKNOWN') and settled_by is null")
                .params(by, id).update() == 1;
    }
}
