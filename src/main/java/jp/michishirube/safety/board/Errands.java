package jp.michishirube.safety.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.michishirube.organization.Person;
import jp.michishirube.safety.event.Asked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Visits and calls as stored. Of somebody who is protected meanwhile there are none. */
@Repository
class Errands {

    /** Result of one that needs no doing any more: the person is well. */
    static final String NOT_NEEDED = "NOT_NEEDED";
    private static final String SELECT = "select r.* from safety.errand r join safety.asked a on a.id = r.asked_id where" + Asked.NOT_PROTECTED;

    private final JdbcClient jdbc;
    private final Clock clock;

    Errands(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether there was none of that kind open for the person */
    boolean make(Row row, long eventId, Errand.Kind kind, Errand.Why why, String team, Person by) {
        return make(row.askedId(), eventId, kind, why, team, by);
    }

    boolean make(long askedId, long eventId, Errand.Kind kind, Errand.Why why, String team, Person by) {
        return jdbc.sql("""
                insert into safety.errand (event_id, asked_id, kind, why, team, made_at, made_by, made_name) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """).params(eventId, askedId, kind.name(), why.name(), team, now(), by.id(), by.name()).update() == 1;
    }

    /** Injuries first, then calls for help, then the rest, in the order of their numbers. */
    List<Errand> of(long eventId) {
        return jdbc.sql(SELECT + " and r.event_id = ? order by array_position(array['HURT', 'HELP'], r.why), a.number, r.id").param(eventId).query((rs, n) -> errand(rs)).list();
    }

    Optional<Errand> find(long eventId, long id) {
        return jdbc.sql(SELECT + " and r.event_id = ? and r.id = ?").params(eventId, id).query((rs, n) -> errand(rs)).optional();
    }

    void give(Errand errand, String team) {
        jdbc.sql("update safety.errand set team = ? where id = ? and done_at is null").params(team, errand.id()).update();
    }

    /** @return whether it was open until now */
    boolean done(Errand errand, String result, Person by) {
        return jdbc.sql("update safety.errand set result = ?, done_at = ?, done_by = ?, done_name = ? where id = ? and done_at is null")
                .params(result, now(), by.id(), by.name(), errand.id()).update() == 1;
    }

    /** The person is well: nobody need go or call any more. */
    void notNeeded(long askedId, Person by) {
        jdbc.sql("update safety.errand set result = ?, done_at = ?, done_by = ?, done_name = ? where asked_id = ? and done_at is null")
                .params(NOT_NEEDED, now(), by.id(), by.name(), askedId).update();
    }

    /** @return asked persons who have one open */
    List<Long> withOpen(Collection<Long> askedIds) {
        return jdbc.sql("select distinct asked_id from safety.errand where asked_id = any(?) and done_at is null").param(askedIds.toArray(Long[]::new)).query(Long.class).list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Errand errand(ResultSet rs) throws SQLException {
        Timestamp done = rs.getTimestamp("done_at");
        return new Errand(rs.getLong("id"), rs.getLong("event_id"), rs.getLong("asked_id"), Errand.Kind.valueOf(rs.getString("kind")), Errand.Why.valueOf(rs.getString("why")),
                rs.getString("team"), rs.getTimestamp("made_at").toInstant(), rs.getString("result"), done == null ? null : done.toInstant(), rs.getString("done_name"));
    }
}
