package jp.michishirube.linkage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.form.Holder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Fetches {

    private final JdbcClient jdbc;

    Fetches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FetchResult> of(CaseId caseId) {
        return jdbc.sql("select * from linkage.fetch where case_id = ? order by holder").param(caseId.value())
                .query((rs, n) -> result(rs)).list();
    }

    void put(CaseId caseId, FetchResult r) {
        jdbc.sql("""
                insert into linkage.fetch (case_id, holder, status, reason, facts, as_of, consent_record, tried_at)
                values (:case, :holder, :status, :reason, :facts, :asOf, :consent, :at)
                on conflict (case_id, holder) do update set status = excluded.status, reason = excluded.reason, facts = excluded.facts,
                    as_of = excluded.as_of, consent_record = excluded.consent_record, tried_at = excluded.tried_at
                """)
                .param("case", caseId.value()).param("holder", r.holder().name()).param("status", r.status().name())
                .param("reason", r.reason(), java.sql.Types.VARCHAR).param("facts", r.facts())
                .param("asOf", time(r.asOf()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("consent", r.consentRecord(), java.sql.Types.BIGINT).param("at", time(r.triedAt())).update();
    }

    /** @param oldest when the oldest of the failures was tried */
    record Failing(Holder holder, int cases, Instant oldest) {}

    /** Holders that could not be fetched for running cases. @param office null for all */
    List<Failing> failing(String office) {
        return jdbc.sql("""
                select f.holder, count(*), min(f.tried_at) from linkage.fetch f join casefile.casefile c on c.id = f.case_id
                where f.status = 'FAILED' and c.state = 'OPEN' and (cast(:office as text) is null or c.office = :office)
                group by f.holder order by count(*) desc, f.holder
                """).param("office", office, java.sql.Types.VARCHAR)
                .query((rs, n) -> new Failing(Holder.valueOf(rs.getString(1)), rs.getInt(2), instant(rs.getTimestamp(3)))).list();
    }

    private static FetchResult result(ResultSet rs) throws SQLException {
        return new FetchResult(Holder.valueOf(rs.getString("holder")), FetchResult.Status.valueOf(rs.getString("status")),
                rs.getString("reason"), rs.getInt("facts"), instant(rs.getTimestamp("as_of")),
                rs.getObject("consent_record", Long.class), instant(rs.getTimestamp("tried_at")));
    }

    private static OffsetDateTime time(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
