package jp.michishirube.plan.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.plan.kept.PlanJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each holder offered last. */
@Repository
public class FactOffers {

    public enum State { OFFERED, NOT_AGREED, NOT_FETCHED }

    public record Kept(Holder holder, State state, ObjectNode facts, Instant asOf, Long consentRecordId) {

        boolean hasFacts() {
            return state != State.NOT_AGREED && !facts.isEmpty();
        }
    }

    private final JdbcClient jdbc;
    private final PlanJson json;
    private final Clock clock;

    FactOffers(JdbcClient jdbc, PlanJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public List<Kept> of(CaseId caseId) {
        return jdbc.sql("select * from plan.fact_offer where case_id = ? order by holder").param(caseId.value())
                .query((rs, n) -> new Kept(Holder.valueOf(rs.getString("holder")), State.valueOf(rs.getString("state")),
                        json.object(rs.getString("facts")), rs.getTimestamp("as_of") == null ? null : rs.getTimestamp("as_of").toInstant(),
                        rs.getObject("consent_record_id", Long.class)))
                .list();
    }

    void put(CaseId caseId, Holder holder, State state, ObjectNode facts, Instant asOf, Long consentRecordId) {
        jdbc.sql("""
                insert into plan.fact_offer (case_id, holder, state, facts, as_of, consent_record_id, offered_at)
                values (:case, :holder, :state, :facts::jsonb, :asOf, :consent, :at)
                on conflict (case_id, holder) do update set state = excluded.state, facts = excluded.facts, as_of = excluded.as_of,
                    consent_record_id = excluded.consent_record_id, offered_at = excluded.offered_at
                """)
                .param("case", caseId.value()).param("holder", holder.name()).param("state", state.name())
                .param("facts", facts == null ? "{}" : facts.toString())
                .param("asOf", asOf == null ? null : OffsetDateTime.ofInstant(asOf, clock.getZone()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("consent", consentRecordId, java.sql.Types.BIGINT).param("at", OffsetDateTime.now(clock)).update();
    }

    /** What was offered before stays: it is still what the holder said then. */
    void failed(CaseId caseId, Holder holder) {
        jdbc.sql("""
                insert into plan.fact_offer (case_id, holder, state, offered_at) values (?, ?, 'NOT_FETCHED', ?)
                on conflict (case_id, holder) do update set state = 'NOT_FETCHED', offered_at = excluded.offered_at
                """)
                .param(caseId.value()).param(holder.name()).param(OffsetDateTime.now(clock)).update();
    }

    void forget(CaseId caseId, Collection<Holder> holders) {
        jdbc.sql("delete from plan.fact_offer where case_id = :case and holder in (:holders)").param("case", caseId.value())
                .param("holders", holders.stream().map(Enum::name).toList()).update();
    }
}
