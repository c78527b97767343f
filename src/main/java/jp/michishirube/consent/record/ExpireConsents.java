package jp.michishirube.consent.record;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.LeftAside;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.consent.rule.EventType;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.consent.rule.Sql;
import jp.michishirube.consent.rule.Standings;
import jp.michishirube.organization.WhoAmI;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes down that a consent has run out. The question does not wait for it: it looks at the end itself; this keeps the history whole.
 */
@Component
public class ExpireConsents {

    private final JdbcClient jdbc;
    private final Records records;
    private final Standings standings;
    private final CaseFiles cases;
    private final Timeline timeline;
    private final LeftAside leftAside;
    private final Clock clock;

    ExpireConsents(JdbcClient jdbc, Records records, Standings standings, CaseFiles cases, Timeline timeline,
            LeftAside leftAside, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.standings = standings;
        this.cases = cases;
        this.timeline = timeline;
        this.leftAside = leftAside;
        this.clock = clock;
    }

    /** @param purpose by its name: one that only another version of the application knows must not hide the others */
    private record Due(long residentId, String purpose) {}

    @Scheduled(cron = "0 10 0 * * *", zone = "Asia/Tokyo")
    void run() {
        List<Due> due = jdbc.sql("""
                select resident_id, purpose from consent.standing where state in ('GIVEN', 'RENEWED') and valid_until <= ?
                """).param(Sql.time(clock.instant()))
                .query((rs, n) -> new Due(rs.getLong(1), rs.getString(2))).list();
        due.forEach(this::quietly);
    }

    /** One that cannot be written down holds up no other; the next night tries it again. */
    private void quietly(Due due) {
        leftAside.attempt(LeftAside.Item.of(LeftAside.Work.EXPIRE_CONSENT, due.residentId() + " " + due.purpose()).ofResident(due.residentId()),
                () -> expire(due.residentId(), Purpose.valueOf(due.purpose())));
    }

    /** Two nodes may run at once: the lock and the second look let one of them write. */
    private void expire(long residentId, Purpose purpose) {
        standings.lock(residentId);
        standings.find(residentId, purpose).filter(s -> s.state().allows() && s.hasExpired(clock.instant())).ifPresent(s -> {
            var file = cases.latestOf(residentId);
            records.append(new ConsentEvent(0, UUID.randomUUID(), residentId, file.map(f -> f.id().value()).orElse(null),
                    purpose, EventType.EXPIRED, s.validUntil(), null, null, null, Set.of(), Set.of(), null, null, null, null, null,
                    s.recordId(), null, null, new ConsentEvent.Recorder(WhoAmI.THE_PROCESS.id(), WhoAmI.THE_PROCESS.name(),
                            clock.instant())));
            file.ifPresent(f -> timeline.append(f.id(), Words.kind(EventType.EXPIRED, purpose), Map.of()));
        });
    }
}
