package jp.michishirube.safety.start;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.michishirube.organization.Person;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.event.Hazard;
import jp.michishirube.safety.event.Mode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The proposals as stored. Whoever changes one has locked its mode and hazard group ({@link jp.michishirube.safety.event.Events#lockGroup}). */
@Repository
public class Proposals {

    private final JdbcClient jdbc;
    private final Clock clock;

    Proposals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public int open() {
        return jdbc.sql("select count(*) from safety.proposal where state = 'OPEN'").query(Integer.class).single();
    }

    /** Open ones first, then the newest. */
    List<Proposal> newest(int most) {
        return jdbc.sql("select * from safety.proposal order by state <> 'OPEN', id desc limit ?").param(most).query((rs, n) -> proposal(rs)).list();
    }

    /** @throws Problem {@code proposal-not-found} (404) */
    Proposal get(long id) {
        return jdbc.sql("select * from safety.proposal where id = ?").param(id).query((rs, n) -> proposal(rs)).optional()
                .orElseThrow(() -> Problem.notFound("proposal-not-found"));
    }

    Optional<Proposal> openOf(Mode mode, Hazard.Group group) {
        return jdbc.sql("select * from safety.proposal where state = 'OPEN' and mode = ? and hazard_group = ?").params(mode.name(), group.name())
                .query((rs, n) -> proposal(rs)).optional();
    }

    long put(Mode mode, Hazard hazard) {
        return jdbc.sql("insert into safety.proposal (mode, hazard, hazard_group, state, opened_at, changed_at, version) values (?, ?, ?, 'OPEN', ?, ?, 0) returning id")
                .params(mode.name(), hazard.name(), hazard.group().name(), now(), now()).query(Long.class).single();
    }

    /** Already decided by the municipality's table: nobody was asked. */
    long putStarted(Mode mode, Hazard hazard) {
        return jdbc.sql("insert into safety.proposal (mode, hazard, hazard_group, state, opened_at, changed_at, version) values (?, ?, ?, 'STARTED_BY_RULE', ?, ?, 0) returning id")
                .params(mode.name(), hazard.name(), hazard.group().name(), now(), now()).query(Long.class).single();
    }

    /** Never lower than it was. @return whether it says more than before */
    boolean widen(long id, Map<String, Integer> areas) {
        int more = jdbc.sql("""
                insert into safety.proposal_area (proposal_id, area, level, added_at) select :id, a, l, :at from unnest(:areas, :levels) u (a, l)
                on conflict (proposal_id, area) do update set level = excluded.level where safety.proposal_area.level < excluded.level
                """).param("id", id).param("areas", areas.keySet().toArray(String[]::new)).param("levels", areas.values().toArray(Integer[]::new))
                .param("at", now()).update();
        if (more > 0) {
            jdbc.sql("update safety.proposal set version = version + 1, changed_at = ? where id = ?").params(now(), id).update();
        }
        return more > 0;
    }

    void signal(long id, Cause by, int level, String reason) {
        jdbc.sql("insert into safety.proposal_signal (proposal_id, telegram_id, signal_id, level, reason, at) values (:id, :telegram, :signal, :level, :reason, :at) on conflict do nothing")
                .param("id", id).param("telegram", by.telegram(), java.sql.Types.BIGINT).param("signal", by.signal(), java.sql.Types.BIGINT).param("level", level)
                .param("reason", reason).param("at", now()).update();
    }

    List<Proposal.Signal> signals(long id) {
        return jdbc.sql("select p.*, s.words, s.sender from safety.proposal_signal p left join safety.signal s on s.id = p.signal_id where p.proposal_id = ? order by p.id desc").param(id)
                .query((rs, n) -> new Proposal.Signal(rs.getObject("telegram_id", Long.class), rs.getString("words"), rs.getString("sender"), rs.getInt("level"),
                        rs.getString("reason"), rs.getTimestamp("at").toInstant())).list();
    }

    /** @param event null where it is put aside */
    void decide(long id, Proposal.State state, String reason, Long event, Collection<String> areas, Person by) {
        jdbc.sql("update safety.proposal set state = :state, decided_at = :at, decided_by = :by, decided_name = :name, reason = :reason, event_id = :event where id = :id")
                .param("state", state.name()).param("at", now()).param("by", by.id()).param("name", by.name()).param("reason", reason)
                .param("event", event, java.sql.Types.BIGINT).param("id", id).update();
        jdbc.sql("insert into safety.proposal_decision (proposal_id, decision, reason, event_id, areas, at, by_id, by_name) values (:id, :state, :reason, :event, :areas, :at, :by, :name)")
                .param("id", id).param("state", state.name()).param("reason", reason).param("event", event, java.sql.Types.BIGINT)
                .param("areas", areas.toArray(String[]::new)).param("at", now()).param("by", by.id()).param("name", by.name()).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Proposal proposal(ResultSet rs) throws SQLException {
        TreeMap<String, Integer> areas = new TreeMap<>();
        jdbc.sql("select area, level from safety.proposal_area where proposal_id = ?").param(rs.getLong("id")).query(row -> {
            areas.put(row.getString(1), row.getInt(2));
        });
        Timestamp decided = rs.getTimestamp("decided_at");
        return new Proposal(rs.getLong("id"), Mode.valueOf(rs.getString("mode")), Hazard.valueOf(rs.getString("hazard")), Proposal.State.valueOf(rs.getString("state")),
                rs.getTimestamp("opened_at").toInstant(), rs.getTimestamp("changed_at").toInstant(), rs.getInt("version"), areas,
                decided == null ? null : new Proposal.Decided(decided.toInstant(), rs.getString("decided_name"), rs.getString("reason"), rs.getObject("event_id", Long.class)));
    }
}
