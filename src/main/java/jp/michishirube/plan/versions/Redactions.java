package jp.michishirube.plan.versions;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;

/** What was taken out of plans when a consent ended: which version, why, which fields, and the hash of what there was. No content. */
@Repository
@NamedInterface("versions")
public class Redactions {

    /** Stands for the whole plan of a case where a version is asked for. */
    public static final int WHOLE_PLAN = 0;

    private final JdbcClient jdbc;
    private final Clock clock;

    Redactions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public enum Reason {
        /** The person goes on without data of other holders. */
        LINKED_DATA_WITHDRAWN,
        /** The same while the plan is in force: the finished plan stays, nothing of other holders goes into a later one. */
        LINKAGE_STOPPED,
        /** The person wants no plan any more. */
        PLAN_GIVEN_UP
    }

    /** @param version 0 for the whole plan of the case */
    @NamedInterface("versions")
    public record Redaction(int version, Reason reason, Set<String> fields, Instant at) {}

    /** Oldest first. */
    public List<Redaction> of(CaseId caseId) {
        return jdbc.sql("select version, reason, fields, at from plan.redaction where case_id = ? order by id").param(caseId.value())
                .query((rs, n) -> new Redaction(rs.getInt(1), Reason.valueOf(rs.getString(2)), Set.of((String[]) rs.getArray(3).getArray()),
                        rs.getTimestamp(4).toInstant())).list();
    }

    /** Whether that version is not any more what was handed in: it may be read, but neither approved nor sealed. */
    public boolean concern(CaseId caseId, int version) {
        return of(caseId).stream().anyMatch(r -> r.version() == version);
    }

    /** When the person gave the plan up; empty for a plan that still is one. */
    public Optional<Instant> givenUp(CaseId caseId) {
        return Optional.ofNullable(givenUp(List.of(caseId)).get(caseId));
    }

    Map<CaseId, Instant> givenUp(Collection<CaseId> cases) {
        return byCase("select case_id, max(at) from plan.redaction where reason = 'PLAN_GIVEN_UP' and case_id in (:cases) group by case_id", cases);
    }

    /** Cases under way, renewals too, whose newest version is one out of which values were taken, and when: nothing was handed in since. */
    Map<CaseId, Instant> missingNow(Collection<CaseId> cases) {
        return byCase("""
                select r.case_id, max(r.at) from plan.redaction r join casefile.casefile c on c.id = r.case_id and c.state in ('OPEN', 'IN_FORCE', 'IN_FORCE_UNSHARED')
                where r.reason = 'LINKED_DATA_WITHDRAWN' and r.case_id in (:cases)
                  and r.version = (select max(s.version) from plan.submission s where s.case_id = r.case_id) group by r.case_id
                """, cases);
    }

    private Map<CaseId, Instant> byCase(String sql, Collection<CaseId> cases) {
        return jdbc.sql(sql).param("cases", cases.stream().map(CaseId::value).toList())
                .query((rs, n) -> Map.entry(new CaseId(rs.getLong(1)), rs.getTimestamp(2).toInstant())).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @throws Problem {@code plan-given-up} (410): there is no content any more, and a sentence says why */
    public void refuseGivenUp(CaseId caseId) {
        if (givenUp(caseId).isPresent()) {
            throw Problem.gone("plan-given-up");
        }
    }

    public boolean linkageStopped(CaseId caseId) {
        return of(caseId).stream().anyMatch(r -> r.reason() == Reason.LINKAGE_STOPPED);
    }

    public void add(CaseId caseId, int version, Reason reason, String formerSha256, Collection<String> fields) {
        jdbc.sql("""
                insert into plan.redaction (case_id, version, reason, former_sha256, fields, at)
                values (:case, :version, :reason, :former, :fields, :at)
                """)
                .param("case", caseId.value()).param("version", version).param("reason", reason.name())
                .param("former", formerSha256, java.sql.Types.CHAR).param("fields", fields.stream().sorted().distinct().toArray(String[]::new))
                .param("at", OffsetDateTime.now(clock)).update();
    }
}
