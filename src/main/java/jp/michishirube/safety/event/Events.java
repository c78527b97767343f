package jp.michishirube.safety.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.organization.Person;
import jp.michishirube.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The events as stored. */
@Repository
public class Events {

    private static final String SELECT = """
            select e.*, array(select a.area from safety.event_area a where a.event_id = e.id order by a.area) as areas from safety.event e
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Events(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<DisasterEvent> find(long id) {
        return jdbc.sql(SELECT + " where e.id = ?").param(id).query((rs, n) -> event(rs)).optional();
    }

    /** @throws Problem {@code event-not-found} (404) */
    public DisasterEvent get(long id) {
        return find(id).orElseThrow(() -> Problem.notFound("event-not-found"));
    }

    /** Open ones first, then the newest. */
    public List<DisasterEvent> newest(int most) {
        return jdbc.sql(SELECT + " order by e.ended_at is not null, e.id desc limit ?").param(most).query((rs, n) -> event(rs)).list();
    }

    /** 町 that the city has residents or roster entries in; the empty word for those without one. */
    public List<String> knownAreas() {
        return jdbc.sql("select area from casefile.resident union select coalesce(area, '') from roster.entry where status = 'LISTED' order by 1")
                .query(String.class).list();
    }

    /** Keeps all others who begin, widen, remind or end waiting until the transaction ends. */
    DisasterEvent lock(long id) {
        jdbc.sql("select id from safety.event where id = ? for update").param(id).query(Long.class).optional();
        return get(id);
    }

    /** Two who begin at once do it one after the other: the second finds the first's event. */
    public void lockGroup(Mode mode, Hazard.Group group) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(?))").param("safety.event " + mode + " " + group).query(rs -> { });
    }

    /** The open event of that mode and group that touches one of the areas; the oldest where there are several. */
    Optional<Long> openIn(Mode mode, Hazard.Group group, Collection<String> areas) {
        return jdbc.sql("select min(event_id) from safety.event_area where open and mode = ? and hazard_group = ? and area = any(?)")
                .params(mode.name(), group.name(), areas.toArray(String[]::new)).query(Long.class).optional();
    }

    /** Those of the areas in which an event of that mode and group is open. */
    public Set<String> openAreas(Mode mode, Hazard.Group group, Collection<String> areas) {
        return new HashSet<>(jdbc.sql("select area from safety.event_area where open and mode = ? and hazard_group = ? and area = any(?)")
                .params(mode.name(), group.name(), areas.toArray(String[]::new)).query(String.class).list());
    }

    long put(Mode mode, Hazard hazard, String ground, Instant ends, Person by) {
        return jdbc.sql("""
                insert into safety.event (mode, hazard, hazard_group, ground, started_at, started_by, started_name, ends_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) returning id
                """).params(mode.name(), hazard.name(), hazard.group().name(), ground, now(), by.id(), by.name(), Timestamp.from(ends))
                .query(Long.class).single();
    }

    /** @return how many areas were not in any open event of that mode and group before */
    int widen(long id, Collection<String> areas, Person by) {
        return jdbc.sql("""
                insert into safety.event_area (event_id, mode, hazard_group, area, added_at, added_by, added_name)
                select e.id, e.mode, e.hazard_group, a, :at, :by, :name from safety.event e, unnest(:areas) a where e.id = :id
                on conflict do nothing
                """).param("at", now()).param("by", by.id()).param("name", by.name()).param("areas", areas.toArray(String[]::new))
                .param("id", id).update();
    }

    void reminded(long id) {
        jdbc.sql("update safety.event set reminders = reminders + 1 where id = ?").param(id).update();
    }

    /** @return whether it was open until now */
    boolean end(long id, boolean corrected, Person by) {
        jdbc.sql("update safety.event_area set open = false where event_id = ?").param(id).update();
        return jdbc.sql("update safety.event set ended_at = ?, ended_by = ?, ended_name = ?, corrected = ? where id = ? and ended_at is null")
                .params(now(), by.id(), by.name(), corrected, id).update() == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static DisasterEvent event(ResultSet rs) throws SQLException {
        Timestamp ended = rs.getTimestamp("ended_at");
        return new DisasterEvent(rs.getLong("id"), Mode.valueOf(rs.getString("mode")), Hazard.valueOf(rs.getString("hazard")), rs.getString("ground"),
                Arrays.asList((String[]) rs.getArray("areas").getArray()), rs.getTimestamp("started_at").toInstant(), rs.getString("started_name"),
                rs.getTimestamp("ends_at").toInstant(), rs.getInt("reminders"), ended == null ? null : ended.toInstant(), rs.getString("ended_name"),
                rs.getBoolean("corrected"));
    }
}
