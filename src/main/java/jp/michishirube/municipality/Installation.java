package jp.michishirube.municipality;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether this installation may send anything out. A real database that finds itself in another place (another server, another name,
 * another address) is a copy until somebody says otherwise: two installations that both mail and deliver would do everything twice, one
 * of them with old data.
 */
@Component
public class Installation {

    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    Installation(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Asked anew each time: another node may have been told meanwhile. */
    public boolean isHeld() {
        return jdbc.sql("select held from installation.mark").query(Boolean.class).single();
    }

    /** This is the real one, in its new place: mail, deliveries and background work go on. */
    public void confirm(String personId) {
        jdbc.sql("update installation.mark set place = seen_place, held = false, confirmed_by = ?, confirmed_at = ?").param(personId)
                .param(OffsetDateTime.now(clock)).update();
        LOG.warn("installation confirmed in its new place by {}", personId);
    }
}
