package jp.michishirube.workflow;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.LeftAside;
import jp.michishirube.municipality.Installation;
import jp.michishirube.signals.Count;
import jp.michishirube.signals.Waiting;
import jp.michishirube.signals.Watch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Background steps that are due or failed, cases that stand still, work left aside, an installation that is held; and how many cases stand at which step. */
@Component
class WatchSteps implements Watch {

    private final JdbcClient jdbc;
    private final Installation installation;
    private final LeftAside leftAside;
    private final Clock clock;

    WatchSteps(JdbcClient jdbc, Installation installation, LeftAside leftAside, Clock clock) {
        this.jdbc = jdbc;
        this.installation = installation;
        this.leftAside = leftAside;
        this.clock = clock;
    }

    @Override
    public List<Waiting> waiting() {
        Waiting steps = jdbc.sql("""
                select count(*) filter (where retries_ > 0) as waiting, count(*) filter (where retries_ <= 0) as failed,
                    min(coalesce(duedate_, create_time_)) filter (where retries_ > 0) as oldest
                from act_ru_job where suspension_state_ = 1 and (duedate_ is null or duedate_ <= ? or retries_ <= 0)
                """).param(Timestamp.from(clock.instant())).query((row, n) -> {
                    Timestamp oldest = row.getTimestamp("oldest");
                    return new Waiting("steps", row.getLong("waiting"), row.getLong("failed"), oldest == null ? null : oldest.toInstant(),
                            Duration.ofMinutes(10), "", "/engine/steps/again");
                }).single();
        long stranded = jdbc.sql("select count(*) from workflow.finding").query(Long.class).single();
        return List.of(steps, new Waiting("stranded", 0, stranded, null, Duration.ZERO, "/engine#findings", ""),
                new Waiting("aside", 0, leftAside.count(), null, Duration.ZERO, "/engine/left-aside", ""),
                new Waiting("held", 0, installation.isHeld() ? 1 : 0, null, Duration.ZERO, "", ""));
    }

    @Override
    public List<Count> counts() {
        return jdbc.sql("select step, count(*) from inbox.work_item group by step")
                .query((row, n) -> new Count("steps", Map.of("step", row.getString(1)), row.getLong(2))).list();
    }
}
