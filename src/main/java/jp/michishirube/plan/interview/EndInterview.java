package jp.michishirube.plan.interview;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.door.PlainTime;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.kept.PlanPolicy;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records that the interview gave no plan (now): information only, not eligible, refused, or a rest until a date. */
@Service
public class EndInterview {

    /** Reasons offered for each outcome. */
    static final Map<Outcome, List<String>> REASONS = Map.of(
            Outcome.INFORMATION_ONLY, List.of("informed", "family-takes-care"),
            Outcome.NOT_ELIGIBLE, List.of("facility", "recovered", "moved"),
            Outcome.REFUSED, List.of("no-wish", "privacy"),
            Outcome.PAUSED, List.of("hospital", "unreachable", "family-wish"));

    private static final String UNREACHABLE = "unreachable";

    static final Set<Outcome> OUTCOMES = EnumSet.of(Outcome.INFORMATION_ONLY, Outcome.NOT_ELIGIBLE, Outcome.REFUSED, Outcome.PAUSED);

    private final JdbcClient jdbc;
    private final Municipality municipality;
    private final ContactAttempts attempts;
    private final CaseProcess process;
    private final Timeline timeline;
    private final WhoAmI whoAmI;
    private final Clock clock;

    EndInterview(JdbcClient jdbc, Municipality municipality, ContactAttempts attempts, CaseProcess process, Timeline timeline, WhoAmI whoAmI, Clock clock) {
        this.jdbc = jdbc;
        this.municipality = municipality;
        this.attempts = attempts;
        this.process = process;
        this.timeline = timeline;
        this.whoAmI = whoAmI;
        this.clock = clock;
    }

    /**
     * @throws Problem {@code plan-fields-wrong} (422) without a reason, for a rest without a day to come, or for "cannot be reached"
     *                 without any attempt noted; {@code stale-step} (409) when the interview is not open any more
     */
    @Transactional
    public void record(CaseId caseId, Outcome outcome, String reason, LocalDate resumeOn, String note) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!OUTCOMES.contains(outcome) || !REASONS.get(outcome).contains(reason)) {
            problems.add(new FieldProblem("reason", "reason-missing"));
        }
        if (outcome == Outcome.PAUSED && resumeOn == null) {
            problems.add(new FieldProblem("resumeOn", "date-missing"));
        } else if (outcome == Outcome.PAUSED && !resumeOn.isAfter(LocalDate.now(clock))) {
            problems.add(new FieldProblem("resumeOn", "not-in-future"));
        } else if (outcome == Outcome.PAUSED && !PlainTime.is(resumeOn)) {
            problems.add(new FieldProblem("resumeOn", "no-such-date"));
        }
        Integer tried = UNREACHABLE.equals(reason) ? Integer.valueOf(attempts.of(caseId).size()) : null;
        if (tried != null && tried == 0) {
            problems.add(new FieldProblem("day", "attempt-missing"));
        }
        if (note != null && note.length() > 2_000) {
            problems.add(new FieldProblem("note", "too-long", 2_000));
        }
        if (!problems.isEmpty()) {
            throw Problem.invalid("plan-fields-wrong", problems);
        }
        jdbc.sql("""
                insert into plan.interview_result (case_id, outcome, reason, fee, attempts, resume_on, note, at, by_id, by_name)
                values (:case, :outcome, :reason, :fee, :attempts, :resume, :note, :at, :by, :name)
                """)
                .param("case", caseId.value()).param("outcome", outcome.name()).param("reason", reason)
                .param("fee", fees().getOrDefault(reason, "")).param("attempts", tried, java.sql.Types.INTEGER)
                .param("resume", outcome == Outcome.PAUSED ? resumeOn : null, java.sql.Types.DATE).param("note", note == null ? "" : note.strip())
                .param("at", OffsetDateTime.now(clock)).param("by", whoAmI.orProcess().id()).param("name", whoAmI.orProcess().name()).update();
        timeline.append(caseId, "interview-" + outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                outcome == Outcome.PAUSED ? Map.of("until", resumeOn.toString()) : Map.of());
        if (outcome == Outcome.PAUSED) {
            if (!process.openSteps(caseId).contains(Step.INTERVIEW_RESIDENT)) {
                throw Problem.conflict("stale-step");
            }
            process.rest(caseId, resumeOn.atStartOfDay(clock.getZone()).toInstant());
        } else {
            process.finish(caseId, Step.INTERVIEW_RESIDENT, outcome);
        }
    }

    /** Fee categories by reason, by the municipality's contract; a reason that is missing has none. */
    Map<String, String> fees() {
        return municipality.section("plan", PlanPolicy.class).fees();
    }

    /** The results of the case's interviews, oldest first. */
    public List<InterviewResult> of(CaseId caseId) {
        return jdbc.sql("select * from plan.interview_result where case_id = ? order by id").param(caseId.value())
                .query((rs, n) -> new InterviewResult(Outcome.valueOf(rs.getString("outcome")), rs.getString("reason"), rs.getString("fee"), rs.getObject("attempts", Integer.class),
                        rs.getObject("resume_on", LocalDate.class), rs.getString("note"), rs.getTimestamp("at").toInstant(), rs.getString("by_name")))
                .list();
    }
}
