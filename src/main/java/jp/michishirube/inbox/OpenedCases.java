package jp.michishirube.inbox;

import java.time.Clock;
import java.time.ZoneOffset;
import jp.michishirube.casefile.CaseAccess.CaseRead;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers when each person last opened a case, so that lists can mark what is new. */
@Component
class OpenedCases {

    private final JdbcClient jdbc;
    private final Clock clock;

    OpenedCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(CaseRead read) {
        jdbc.sql("""
                insert into inbox.opened (person, case_id, at) values (?, ?, ?)
                on conflict (person, case_id) do update set at = excluded.at
                """).params(read.personId(), read.caseId().value(), clock.instant().atOffset(ZoneOffset.UTC)).update();
    }
}
