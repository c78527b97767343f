package jp.michishirube.sharing.channel;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Letters: they wait in the outbox with their sealed link until a person has printed and posted them. Until then each may be printed again. */
@Component
public class ByHand {

    private final JdbcClient jdbc;
    private final SealedLinks links;
    private final Clock clock;

    ByHand(JdbcClient jdbc, SealedLinks links, Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.clock = clock;
    }

    /** @return the link of the letter with that pass that waits, of a reminder once its day has come; empty where it was posted or stopped, or where another key sealed it */
    @Transactional(readOnly = true)
    public Optional<String> link(long passId) {
        return jdbc.sql("""
                select link from sharing.message where pass_id = ? and way = 'PAPER' and state = 'QUEUED' and coalesce(not_before, ?) <= ?
                order by not_before nulls first, id limit 1""").params(passId, OffsetDateTime.now(clock), OffsetDateTime.now(clock))
                .query((rs, n) -> rs.getBytes(1)).optional().flatMap(links::open);
    }

    /** A letter goes to the post or into the hand. A reminder that waits for its day stays. @return whether one was to go */
    @Transactional
    public boolean posted(long passId) {
        return jdbc.sql("""
                update sharing.message set state = 'ACCEPTED', link = null, attempts = 1, changed_at = :now where id = (select id from sharing.message
                    where pass_id = :pass and way = 'PAPER' and state = 'QUEUED' and coalesce(not_before, :now) <= :now order by not_before nulls first, id limit 1)
                """).param("now", OffsetDateTime.now(clock)).param("pass", passId).update() == 1;
    }
}
