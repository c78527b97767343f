package jp.michishirube.privacy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import jp.michishirube.casefile.CaseAccess.CaseRead;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps a line of each reading of a case. It is written within the reader's transaction: no line, no reading. One insert without any
 * look-up, since every page pays for it.
 */
@Component
class AccessLog {

    private final JdbcClient jdbc;
    private final WhoAmI who;
    private final Clock clock;

    AccessLog(JdbcClient jdbc, WhoAmI who, Clock clock) {
        this.jdbc = jdbc;
        this.who = who;
        this.clock = clock;
    }

    /** @param what word of the room that was read, such as {@code plan} */
    record Line(long id, Instant at, String personId, String name, String office, String role, String what) {}

    @EventListener
    void on(CaseRead read) {
        Person person = who.orProcess();
        jdbc.sql("insert into privacy.access (at, case_id, person_id, name, office, role, what) values (?, ?, ?, ?, ?, ?, ?)")
                .params(Timestamp.from(clock.instant()), read.caseId().value(), read.personId(), person.name(), person.office(),
                        role(person), read.what()).update();
    }

    /** On which ground the reader stands: the duty that the role carries, or being a system with a token of its own. */
    private static String role(Person person) {
        return person.system() ? "SYSTEM" : person.roles().stream().min(Comparator.comparing(Enum::ordinal)).map(Role::name).orElse("NONE");
    }

    /** Newest first. */
    List<Line> of(CaseId caseId, int page, int size) {
        return jdbc.sql("select * from privacy.access where case_id = ? order by id desc limit ? offset ?")
                .params(caseId.value(), size, page * size)
                .query((rs, n) -> new Line(rs.getLong("id"), rs.getTimestamp("at").toInstant(), rs.getString("person_id"),
                        rs.getString("name"), rs.getString("office"), rs.getString("role"), rs.getString("what"))).list();
    }
}
