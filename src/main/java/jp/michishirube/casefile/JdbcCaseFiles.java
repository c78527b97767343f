package jp.michishirube.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcCaseFiles implements CaseFiles, EndCase {

    static final String SELECT = """
            select c.id, c.number, c.office, c.priority, c.state, c.opened_at, c.ended_at,
                   r.id resident_id, r.city_number, r.city_os_id, r.name, r.kana, r.birth_date, r.sex,
                   r.postal_code, r.address, r.phone, r.area, r.birth_known
            from casefile.casefile c join casefile.resident r on r.id = c.resident_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    JdbcCaseFiles(JdbcClient jdbc, Clock clock, Timeline timeline, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.timeline = timeline;
        this.events = events;
    }

    @Override
    public Optional<CaseFile> find(CaseId id) {
        return jdbc.sql(SELECT + " where c.id = ?").param(id.value()).query((rs, n) -> row(rs)).optional();
    }

    @Override
    public Optional<CaseFile> find(CaseNumber number) {
        return jdbc.sql(SELECT + " where c.number = ?").param(number.value()).query((rs, n) -> row(rs)).optional();
    }

    /** Not {@code for update}: rows that merely point to the case, such as lines of its timeline, need not wait. */
    @Override
    public void hold(CaseId id) {
        jdbc.sql("select id from casefile.casefile where id = ? for no key update").param(id.value()).query(Long.class).single();
    }

    @Override
    public Optional<CaseFile> latestOf(long residentId) {
        return jdbc.sql(SELECT + " where c.resident_id = ? order by c.id desc limit 1").param(residentId)
                .query((rs, n) -> row(rs)).optional();
    }

    @Override
    public List<CaseFile> ofResident(long residentId) {
        return jdbc.sql(SELECT + " where c.resident_id = ? order by c.id").param(residentId).query((rs, n) -> row(rs)).list();
    }

    @Override
    @Transactional
    public void end(CaseId id, CaseState state) {
        jdbc.sql("""
                update casefile.casefile set state = :state, ended_at = :now where id = :id
                    and state in ('OPEN', 'IN_FORCE', 'IN_FORCE_UNSHARED')
                """)
                .param("state", state.name()).param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .param("id", id.value()).update();
        timeline.append(id, "case-ended", Map.of("state", state.name()));
        events.publishEvent(new CaseEnded(id, state));
    }

    @Override
    @Transactional
    public void assign(CaseId id, String office, String reason) {
        CaseFile before = get(id);
        if (Objects.equals(before.office(), office)) {
            return;
        }
        jdbc.sql("update casefile.casefile set office = ? where id = ?").param(office).param(id.value()).update();
        timeline.append(id, "case-assigned", Map.of("office", office, "reason", reason == null ? "" : reason));
        events.publishEvent(new CaseAssigned(id, before.office(), office));
    }

    static CaseFile row(ResultSet rs) throws SQLException {
        Resident resident = new Resident(rs.getLong("resident_id"), rs.getString("city_number"), rs.getString("city_os_id"),
                rs.getString("name"), rs.getString("kana"), rs.getObject("birth_date", LocalDate.class), rs.getString("sex"),
                rs.getString("postal_code"), rs.getString("address"), rs.getString("phone"), rs.getString("area"), rs.getString("birth_known"));
        return new CaseFile(new CaseId(rs.getLong("id")), new CaseNumber(rs.getString("number")), resident, rs.getString("office"),
                rs.getInt("priority"), CaseState.valueOf(rs.getString("state")), instant(rs, "opened_at"), instant(rs, "ended_at"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
