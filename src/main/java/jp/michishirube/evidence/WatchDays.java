package jp.michishirube.evidence;

import java.time.Duration;
import java.util.List;
import jp.michishirube.signals.Waiting;
import jp.michishirube.signals.Watch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Days of the chain that are over and not yet sealed, or not yet kept apart. A day has until one o'clock of the night after. */
@Component
class WatchDays implements Watch {

    private final JdbcClient jdbc;

    WatchDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Waiting> waiting() {
        long late = jdbc.sql("""
                select count(*) from (select distinct day from evidence.link where day < ((now() - interval '1 hour') at time zone 'Asia/Tokyo')::date) d
                where not exists (select from evidence.kept_apart k where k.day = d.day)
                """).query(Long.class).single();
        return List.of(new Waiting("days", 0, late, null, Duration.ZERO, "", "/evidence/days/again"));
    }
}
