package jp.michishirube.sharing.channel;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.michishirube.signals.Count;
import jp.michishirube.signals.Waiting;
import jp.michishirube.signals.Watch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages to people without an account, and plans on their way to their recipients. */
@Component
class WatchMessages implements Watch {

    private final JdbcClient jdbc;

    WatchMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Letters wait for the person who prints them: that is no alarm. */
    @Override
    public List<Waiting> waiting() {
        return jdbc.sql("""
                select (select count(*) from sharing.message where state = 'QUEUED' and way <> 'PAPER' and coalesce(not_before, made_at) <= now()) as waiting,
                    (select min(coalesce(not_before, made_at)) from sharing.message where state = 'QUEUED' and way <> 'PAPER' and coalesce(not_before, made_at) <= now()) as oldest,
                    (select count(*) from sharing.message where state in ('BOUNCED', 'UNKNOWN') and settled_by is null) as failed
                """).query((row, n) -> {
                    Timestamp oldest = row.getTimestamp("oldest");
                    return new Waiting("messages", row.getLong("waiting"), row.getLong("failed"), oldest == null ? null : oldest.toInstant(),
                            Duration.ofMinutes(15), "/engine/messages", "");
                }).list();
    }

    @Override
    public List<Count> counts() {
        List<Count> counts = new java.util.ArrayList<>(jdbc.sql("select channel, state, count(*) from sharing.delivery group by channel, state")
                .query((row, n) -> new Count("deliveries", Map.of("channel", row.getString(1), "state", row.getString(2)), row.getLong(3))).list());
        counts.addAll(jdbc.sql("select way, state, count(*) from sharing.message group by way, state")
                .query((row, n) -> new Count("messages", Map.of("way", row.getString(1), "state", row.getString(2)), row.getLong(3))).list());
        return counts;
    }
}
