package jp.michishirube.plan.interview;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.door.PlainTime;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The record of how often and in which ways the resident was tried to be reached. */
@Service
public class ContactAttempts {

    static final int NOTE = 500;

    private final JdbcClient jdbc;
    private final CaseProcess process;
    private final Timeline timeline;
    private final WhoAmI whoAmI;
    private final Clock clock;

    ContactAttempts(JdbcClient jdbc, CaseProcess process, Timeline timeline, WhoAmI whoAmI, Clock clock) {
        this.jdbc = jdbc;
        this.process = process;
        this.timeline = timeline;
        this.whoAmI = whoAmI;
        this.clock = clock;
    }

    /**
     * Notes one more attempt.
     *
     * @throws Problem {@code plan-fields-wrong} (422) without a day or a way, or for a day to come; {@code stale-step} (409) when the
     *                 interview is not open
     */
    @Transactional
    public void note(CaseId caseId, LocalDate day, ContactAttempt.Way way, String note) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (day == null || !PlainTime.is(day) || day.isAfter(LocalDate.now(clock))) {
            wrong.add(new FieldProblem("day", "attempt-day"));
        }
        if (way == null) {
            wrong.add(new FieldProblem("way", "attempt-way"));
        }
        if (note != null && note.length() > NOTE) {
            wrong.add(new FieldProblem("attemptNote", "too-long", NOTE));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("plan-fields-wrong", wrong);
        }
        if (!process.openSteps(caseId).contains(Step.INTERVIEW_RESIDENT)) {
            throw Problem.conflict("stale-step");
        }
        Person me = whoAmI.orProcess();
        jdbc.sql("insert into plan.contact_attempt (case_id, day, way, note, at, by_id, by_name) values (?, ?, ?, ?, ?, ?, ?)")
                .params(caseId.value(), day, way.name(), note == null ? "" : note.strip(), OffsetDateTime.now(clock), me.id(), me.name()).update();
        timeline.append(caseId, "contact-attempted", Map.of("way", way.name()));
    }

    /** Oldest first. */
    public List<ContactAttempt> of(CaseId caseId) {
        return jdbc.sql("select day, way, note, by_name from plan.contact_attempt where case_id = ? order by day, id").param(caseId.value())
                .query((rs, n) -> new ContactAttempt(rs.getObject("day", LocalDate.class), ContactAttempt.Way.valueOf(rs.getString("way")),
                        rs.getString("note"), rs.getString("by_name"))).list();
    }
}
