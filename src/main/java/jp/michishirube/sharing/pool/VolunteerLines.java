package jp.michishirube.sharing.pool;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what with the entries of the pool, and who was shown whom: written in the transaction of the act or the reading. */
@Repository
class VolunteerLines {

    private final JdbcClient jdbc;
    private final WhoAmI who;
    private final Clock clock;

    VolunteerLines(JdbcClient jdbc, WhoAmI who, Clock clock) {
        this.jdbc = jdbc;
        this.who = who;
        this.clock = clock;
    }

    enum What { ENTERED, PROPOSED, CONFIRMED, CHANGED, CHANGED_BY_SELF, ENDED, LISTED, READ, SUGGESTED }

    /** @param caseId for whose resident they were shown; null for none */
    void add(What what, Collection<Long> shown, CaseId caseId) {
        Person me = who.orProcess();
        jdbc.sql("insert into sharing.volunteer_line (at, what, shown, case_id, by_id, by_name) values (?, ?, ?, ?, ?, ?)").param(OffsetDateTime.now(clock))
                .param(what.name()).param(shown.toArray(Long[]::new)).param(4, caseId == null ? null : caseId.value(), java.sql.Types.BIGINT)
                .param(me.id()).param(me.name()).update();
    }
}
