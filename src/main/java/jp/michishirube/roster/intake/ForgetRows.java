package jp.michishirube.roster.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.roster.entry.RosterPolicy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Rows of imports that ended long ago are deleted: they tell of people who may have left since, and what came of them stands in the
 * roster and in the timelines. The import itself stays, with its counts and who confirmed it.
 */
@Component
class ForgetRows {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration keep;

    ForgetRows(JdbcClient jdbc, Clock clock, Municipality municipality) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keep = Duration.ofDays(municipality.section("roster", RosterPolicy.class).keepRowsDays());
    }

    /** @return rows deleted */
    @Scheduled(cron = "0 50 2 * * *", zone = "Asia/Tokyo")
    int run() {
        return jdbc.sql("""
                delete from roster.intake_row r using roster.intake i
                where i.id = r.intake and i.state in ('DONE', 'CANCELLED') and coalesce(i.finished_at, i.received_at) < ?
                """).param(clock.instant().minus(keep).atOffset(ZoneOffset.UTC)).update();
    }
}
