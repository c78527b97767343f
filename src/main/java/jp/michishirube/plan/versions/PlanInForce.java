package jp.michishirube.plan.versions;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.casefile.CaseEnded;
import jp.michishirube.casefile.CaseId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;

/**
 * 有効な計画: the version that helpers act on, apart from one that is under way. Whoever shows a plan to somebody outside its making asks
 * here; {@link Submissions#latest} is for those who make and check it.
 */
@Repository
@NamedInterface("versions")
public class PlanInForce {

    private final JdbcClient jdbc;
    private final Submissions submissions;
    private final Clock clock;

    PlanInForce(JdbcClient jdbc, Submissions submissions, Clock clock) {
        this.jdbc = jdbc;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** @param since when it came into force */
    @NamedInterface("versions")
    public record Standing(int version, Instant since) {}

    /** Empty for a case whose plan never came into force. Whether it still is says the state of the case. */
    public Optional<Standing> standing(CaseId caseId) {
        return jdbc.sql("select version, since from plan.in_force where case_id = ? order by id desc limit 1").param(caseId.value())
                .query((rs, n) -> new Standing(rs.getInt("version"), rs.getTimestamp("since").toInstant())).optional();
    }

    /** The version in force; while none came into force yet, the one handed in last. */
    public Optional<Submission> of(CaseId caseId) {
        Optional<Standing> standing = standing(caseId);
        return standing.isPresent() ? submissions.version(caseId, standing.get().version()) : submissions.latest(caseId);
    }

    /** The same of many cases, in one read. */
    public Map<CaseId, Submission> of(Collection<CaseId> cases) {
        return submissions.inForce(cases);
    }

    /** A version newer than the one in force was handed in and is not in force yet. */
    public boolean isBeingReplaced(CaseId caseId) {
        return standing(caseId).filter(s -> submissions.latest(caseId).filter(l -> l.version() > s.version()).isPresent()).isPresent();
    }

    /**
     * A case comes to be in force with what was handed in last: the process lets nothing through there but what was approved and signed. The
     * same version a second time (it was not shared, and now it is) changes nothing.
     */
    @EventListener
    void on(CaseEnded ended) {
        if (ended.state().isInForce()) {
            submissions.latest(ended.caseId()).ifPresent(plan -> jdbc.sql("""
                    insert into plan.in_force (case_id, version, since) values (?, ?, ?) on conflict (case_id, version) do nothing
                    """).params(ended.caseId().value(), plan.version(), OffsetDateTime.now(clock)).update());
        }
    }
}
