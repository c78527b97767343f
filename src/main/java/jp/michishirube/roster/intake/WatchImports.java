package jp.michishirube.roster.intake;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.michishirube.signals.Count;
import jp.michishirube.signals.Waiting;
import jp.michishirube.signals.Watch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists that are checked or taken into the roster, and those that stumble again and again. */
@Component
class WatchImports implements Watch {

    /** Stumbled so often, a list waits five minutes between two tries and hardly goes on by itself. */
    private static final int OFTEN = 6;

    private final JdbcClient jdbc;

    WatchImports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Waiting> waiting() {
        return jdbc.sql("""
                select count(*) filter (where stumbled < :often) as waiting, count(*) filter (where stumbled >= :often) as failed,
                    min(coalesce(confirmed_at, received_at)) as oldest
                from roster.intake where state in ('CHECKING', 'RUNNING')
                """).param("often", OFTEN).query((row, n) -> {
                    Timestamp oldest = row.getTimestamp("oldest");
                    return new Waiting("imports", row.getLong("waiting"), row.getLong("failed"), oldest == null ? null : oldest.toInstant(),
                            Duration.ofHours(2), "/roster", "");
                }).list();
    }

    @Override
    public List<Count> counts() {
        return jdbc.sql("select state, count(*) from roster.intake group by state")
                .query((row, n) -> new Count("imports", Map.of("state", row.getString(1)), row.getLong(2))).list();
    }
}
