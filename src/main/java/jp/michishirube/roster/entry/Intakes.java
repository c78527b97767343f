package jp.michishirube.roster.entry;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.mapping.Changes;
import jp.michishirube.roster.mapping.Mapping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The imports as stored. */
@Repository
public class Intakes {

    private final JdbcClient jdbc;
    private final Clock clock;

    Intakes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    public Intake get(long id) {
        return find(id).orElseThrow(() -> Problem.notFound("roster-import-not-found"));
    }

    Optional<Intake> find(long id) {
        return jdbc.sql("select * from roster.intake where id = ?").param(id).query(Intakes::read).optional();
    }

    /** Holds the import against everyone else until the transaction ends. */
    public Intake lock(long id) {
        return jdbc.sql("select * from roster.intake where id = ? for update").param(id).query(Intakes::read).optional()
                .orElseThrow(() -> Problem.notFound("roster-import-not-found"));
    }

    public List<Intake> newest(long before, int limit) {
        return jdbc.sql("select * from roster.intake where id < ? order by id desc limit ?").param(before).param(limit)
                .query(Intakes::read).list();
    }

    /** An earlier import of the very same bytes that is not cancelled. */
    public Optional<Intake> sameFile(Intake intake) {
        return jdbc.sql("""
                select * from roster.intake where sha256 = ? and kind = ? and id < ? and state <> 'CANCELLED' order by id desc limit 1
                """).param(intake.sha256()).param(intake.kind().name()).param(intake.id()).query(Intakes::read).optional();
    }

    public void state(long id, IntakeState state) {
        jdbc.sql("update roster.intake set state = ?, lease_by = null, lease_until = null, stumbled = 0 where id = ?")
                .param(state.name()).param(id).update();
    }

    /** Takes the next import with background work, if nobody works on it. */
    public Optional<Intake> claim(String worker, java.time.Duration lease) {
        return jdbc.sql("""
                update roster.intake set lease_by = :worker, lease_until = :until where id = (
                    select id from roster.intake
                    where state in ('CHECKING', 'RUNNING') and (lease_until is null or lease_until < :now or lease_by = :worker)
                    order by id limit 1 for update skip locked)
                returning *
                """).param("worker", worker).param("now", now()).param("until", now().plus(lease)).query(Intakes::read).optional();
    }

    /** @return false when another worker has taken over, or the work was cancelled: then this one must stop */
    public boolean prolong(long id, String worker, java.time.Duration lease, IntakeState state) {
        return jdbc.sql("update roster.intake set lease_until = ?, stumbled = 0 where id = ? and lease_by = ? and state = ?")
                .param(now().plus(lease)).param(id).param(worker).param(state.name()).update() == 1;
    }

    public void stumble(long id, java.time.Duration rest) {
        jdbc.sql("update roster.intake set stumbled = stumbled + 1, lease_by = 'resting', lease_until = ? where id = ?")
                .param(now().plus(rest)).param(id).update();
    }

    public static Intake read(ResultSet rs, int n) throws SQLException {
        return new Intake(rs.getLong("id"), IntakeKind.valueOf(rs.getString("kind")), IntakeState.valueOf(rs.getString("state")),
                rs.getBoolean("full_list"), rs.getString("source"), rs.getString("file_name"), rs.getString("file_format"),
                rs.getString("file_encoding"), rs.getString("sha256"), rs.getInt("sheet"), Json.strings(rs.getString("header")), rs.getLong("header_line"),
                rs.getInt("header_rows"),
                Json.read(rs.getString("mapping"), new TypeReference<Mapping>() {}), rs.getLong("total"), rs.getLong("checked"),
                rs.getLong("to_apply"), rs.getLong("applied"), Json.read(rs.getString("counts"), new TypeReference<Map<String, Long>>() {}),
                rs.getBoolean("apply_gone"), instant(rs, "received_at"), rs.getString("received_name"), instant(rs, "checked_at"),
                instant(rs, "confirmed_at"), rs.getString("confirmed_name"), instant(rs, "finished_at"), rs.getInt("stumbled"),
                rs.getString("package_id"), Json.read(rs.getString("changes"), new TypeReference<Map<String, Changes.Change>>() {}),
                rs.getBoolean("agreed"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime time = rs.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
