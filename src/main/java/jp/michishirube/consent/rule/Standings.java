package jp.michishirube.consent.rule;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The projection of the records that the question reads; written only together with a record. */
@Repository
public class Standings {

    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Standing> find(long residentId, Purpose purpose) {
        return jdbc.sql("select * from consent.standing where resident_id = ? and purpose = ?")
                .params(residentId, purpose.name()).query((rs, n) -> StandingFacts.standing(rs)).optional();
    }

    /** @return by resident; without those for whom nothing was ever decided */
    public Map<Long, Standing> find(Collection<Long> residentIds, Purpose purpose) {
        Map<Long, Standing> found = new HashMap<>();
        jdbc.sql("select * from consent.standing where resident_id = any(?) and purpose = ?")
                .params(residentIds.toArray(Long[]::new), purpose.name())
                .query(rs -> { found.put(rs.getLong("resident_id"), StandingFacts.standing(rs)); });
        return found;
    }

    public Map<Purpose, Standing> of(long residentId) {
        Map<Purpose, Standing> all = new EnumMap<>(Purpose.class);
        jdbc.sql("select * from consent.standing where resident_id = ?").param(residentId)
                .query(rs -> { all.put(Purpose.valueOf(rs.getString("purpose")), StandingFacts.standing(rs)); });
        return all;
    }

    /**
     * Lets one writer at a time decide about a resident: two decisions at once must not both build on the same standing.
     * Held until the transaction ends.
     */
    public void lock(long residentId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('consent'), ?::int)").param((int) residentId)
                .query((rs, n) -> 0).list();
    }

    /** Takes the decision over unless a newer one stands: late messages change nothing. */
    public void take(long residentId, Purpose purpose, Standing decision) {
        if (decision.state() == EventType.REQUESTED
                || find(residentId, purpose).filter(s -> !s.isOvertakenBy(decision)).isPresent()) {
            return;
        }
        jdbc.sql("""
                insert into consent.standing (resident_id, purpose, record_id, state, since, valid_until, recipients, items, notice_id, notice_version)
                values (:resident, :purpose, :record, :state, :since, :until, :recipients, :items, :notice, :version)
                on conflict (resident_id, purpose) do update set record_id = excluded.record_id, state = excluded.state,
                    since = excluded.since, valid_until = excluded.valid_until, recipients = excluded.recipients, items = excluded.items,
                    notice_id = excluded.notice_id, notice_version = excluded.notice_version
                """)
                .param("resident", residentId).param("purpose", purpose.name()).param("record", decision.recordId())
                .param("state", decision.state().name()).param("since", Sql.time(decision.since()))
                .param("until", Sql.time(decision.validUntil())).param("recipients", Sql.names(decision.recipients()))
                .param("items", decision.items().toArray(String[]::new))
                .param("notice", decision.notice() == null ? null : decision.notice().id())
                .param("version", decision.notice() == null ? null : decision.notice().version()).update();
    }
}
