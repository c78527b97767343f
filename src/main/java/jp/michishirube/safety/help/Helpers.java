package jp.michishirube.safety.help;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.michishirube.safety.event.Asked;
import jp.michishirube.sharing.supporter.ReachSupporters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Supporters who are told in an event, and who of them goes, as stored. */
@Repository
class Helpers {

    private final JdbcClient jdbc;
    private final Clock clock;

    Helpers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Helper> find(long id) {
        return jdbc.sql("select * from safety.helper where id = ?").param(id).query((rs, n) -> helper(rs)).optional();
    }

    List<Helper> of(long askedId) {
        return jdbc.sql("select * from safety.helper where asked_id = ? order by id").param(askedId).query((rs, n) -> helper(rs)).list();
    }

    List<Helper> ofEvent(long eventId) {
        return jdbc.sql("select * from safety.helper where event_id = ? order by id").param(eventId).query((rs, n) -> helper(rs)).list();
    }

    /** Of these contacts, in events that are open; the newest event first. */
    List<Helper> open(Collection<Long> contactIds) {
        return jdbc.sql("""
                select h.* from safety.helper h join safety.event e on e.id = h.event_id where h.contact_id = any(?) and e.ended_at is null order by h.event_id desc, h.id
                """).param(contactIds.toArray(Long[]::new)).query((rs, n) -> helper(rs)).list();
    }

    /** @return empty where they are among them already */
    Optional<Helper> put(Asked.Person person, ReachSupporters.Reached supporter) {
        return jdbc.sql("""
                insert into safety.helper (event_id, asked_id, contact_id, supporter_key, told_at) values (?, ?, ?, ?, ?) on conflict do nothing returning *
                """).params(person.eventId(), person.id(), supporter.contactId(), supporter.supporterKey(), now()).query((rs, n) -> helper(rs)).optional();
    }

    /** A second "I go" of the same person goes on from the first. */
    void go(Helper helper, Instant until) {
        back(helper);
        jdbc.sql("insert into safety.going (helper_id, at, until) values (?, ?, ?)").params(helper.id(), now(), Timestamp.from(until)).update();
    }

    void back(Helper helper) {
        jdbc.sql("update safety.going set ended_at = ? where helper_id = ? and ended_at is null and until > ?").params(now(), helper.id(), now()).update();
    }

    /** Until when this supporter's claim stands; empty for none, or one that has lapsed. */
    Optional<Instant> goes(Helper helper) {
        return until("h.id = ?", helper.id());
    }

    /** The same of anybody else for the same person. */
    Optional<Instant> othersGo(Helper helper) {
        return until("h.asked_id = ? and h.id <> ?", helper.askedId(), helper.id());
    }

    private Optional<Instant> until(String where, Object... params) {
        return jdbc.sql("select max(g.until) from safety.going g join safety.helper h on h.id = g.helper_id where g.ended_at is null and " + where).params(params)
                .query(Timestamp.class).optional().map(Timestamp::toInstant).filter(clock.instant()::isBefore);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Helper helper(ResultSet rs) throws SQLException {
        return new Helper(rs.getLong("id"), rs.getLong("event_id"), rs.getLong("asked_id"), rs.getLong("contact_id"), rs.getString("supporter_key"));
    }
}
