package jp.michishirube.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import jp.michishirube.casefile.CaseAccess.CaseRead;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps a line of each reading of a case. It is written within the reader's transaction: no line, no reading. One insert without any
 * look-up, since every page pays for it. Lists leave theirs by {@link ShowPeople}; both are read here together.
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

    /**
     * @param what   word of the room that was read, such as {@code plan}; of a list its word, such as {@code inbox}
     * @param people how many the list showed; null for a reading of this case alone
     * @param leaves the list went to paper or into a file
     */
    public record Line(Instant at, String name, String office, String role, String what, Integer people, boolean leaves) {

        public boolean isList() {
            return people != null;
        }
    }

    @EventListener
    void on(CaseRead read) {
        Person person = who.orProcess();
        jdbc.sql("insert into privacy.access (at, case_id, person_id, name, office, role, what) values (?, ?, ?, ?, ?, ?, ?)")
                .params(Timestamp.from(clock.instant()), read.caseId().value(), read.personId(), person.name(), person.office(),
                        Reader.role(person), read.what()).update();
    }

    /** Newest first. Lists name the person by the case, or by the roster's number where they know no case. */
    List<Line> of(CaseFile file, int page, int size) {
        return jdbc.sql("""
                select at, name, office, role, what, null::int as people, false as leaves from privacy.access where case_id = :case
                union all
                select at, name, office, role, list, people, leaves from privacy.list_read
                where cases @> array[cast(:case as bigint)] or numbers @> array[cast(:number as text)]
                order by at desc limit :size offset :skip
                """).param("case", file.id().value()).param("number", file.resident().cityNumber()).param("size", size)
                .param("skip", page * size).query((rs, n) -> line(rs)).list();
    }

    private static Line line(ResultSet rs) throws SQLException {
        return new Line(rs.getTimestamp("at").toInstant(), rs.getString("name"), rs.getString("office"), rs.getString("role"),
                rs.getString("what"), rs.getObject("people", Integer.class), rs.getBoolean("leaves"));
    }
}
