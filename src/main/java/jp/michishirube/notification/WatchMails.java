package jp.michishirube.notification;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import jp.michishirube.signals.Waiting;
import jp.michishirube.signals.Watch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails on their way, and those that were given up. */
@Component
class WatchMails implements Watch {

    private final JdbcClient jdbc;

    WatchMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Waiting> waiting() {
        return jdbc.sql("""
                select count(*) filter (where not given_up) as waiting, count(*) filter (where given_up) as failed,
                    min(made_at) filter (where not given_up) as oldest
                from notification.mail where sent_at is null
                """).query((row, n) -> {
                    Timestamp oldest = row.getTimestamp("oldest");
                    return new Waiting("mails", row.getLong("waiting"), row.getLong("failed"), oldest == null ? null : oldest.toInstant(),
                            Duration.ofMinutes(15), "/engine/mails", "/engine/mails/again");
                }).list();
    }
}
