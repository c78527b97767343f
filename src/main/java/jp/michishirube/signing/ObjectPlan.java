package jp.michishirube.signing;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The resident does not agree with the approved plan: it goes back to its author with the reason. The sealed version stays on record. */
@Component
public class ObjectPlan {

    public static final int MAX_REASON = 2000;

    private final CaseProcess process;
    private final Timeline timeline;
    private final SealedDocuments documents;
    private final JdbcClient jdbc;
    private final WhoAmI who;
    private final Clock clock;

    ObjectPlan(CaseProcess process, Timeline timeline, SealedDocuments documents, JdbcClient jdbc, WhoAmI who, Clock clock) {
        this.process = process;
        this.timeline = timeline;
        this.documents = documents;
        this.jdbc = jdbc;
        this.who = who;
        this.clock = clock;
    }

    /**
     * @param version that the resident saw
     * @throws Problem {@code objection-incomplete} (422), {@code stale-plan} or {@code stale-step} (409)
     */
    @Transactional
    public void object(CaseFile file, int version, String reason) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > MAX_REASON) {
            throw Problem.invalid("objection-incomplete", List.of(why.isEmpty() ? new FieldProblem("reason", "signing-required")
                    : new FieldProblem("reason", "signing-too-long", MAX_REASON)));
        }
        if (documents.latest(file.id()).filter(d -> d.version() == version && !d.signed()).isEmpty()) {
            throw Problem.conflict("stale-plan");
        }
        Person me = who.orProcess();
        jdbc.sql("insert into signing.objection (case_id, version, reason, recorded_by, recorded_name, recorded_at) values (?, ?, ?, ?, ?, ?)")
                .params(file.id().value(), version, why, me.id(), me.name(), clock.instant().atZone(ZoneId.of("Asia/Tokyo")).toOffsetDateTime())
                .update();
        timeline.append(file.id(), "plan-objected", Map.of("version", Integer.toString(version)));
        process.finish(file.id(), Step.SIGN_PLAN, Outcome.OBJECTED);
    }
}
