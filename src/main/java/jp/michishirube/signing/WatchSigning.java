package jp.michishirube.signing;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import jp.michishirube.signals.Waiting;
import jp.michishirube.signals.Watch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans being printed together, and the city's seal. */
@Component
class WatchSigning implements Watch {

    private final JdbcClient jdbc;
    private final CitySeal seal;

    WatchSigning(JdbcClient jdbc, CitySeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    @Override
    public List<Waiting> waiting() {
        Waiting prints = jdbc.sql("""
                select count(*) filter (where state = 'RUNNING') as waiting, min(started_at) filter (where state = 'RUNNING') as oldest,
                    count(*) filter (where state = 'FAILED' and started_at > now() - interval '1 day') as failed
                from signing.print_batch where state in ('RUNNING', 'FAILED')
                """).query((row, n) -> {
                    Timestamp oldest = row.getTimestamp("oldest");
                    return new Waiting("prints", row.getLong("waiting"), row.getLong("failed"), oldest == null ? null : oldest.toInstant(), Duration.ofHours(1), "", "");
                }).single();
        boolean valid = seal.state().kind() == SealState.Kind.VALID;
        return List.of(prints, new Waiting("seal", 0, valid ? 0 : 1, null, Duration.ZERO, "", ""));
    }
}
