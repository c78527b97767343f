package jp.michishirube.evacuation.route;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The office has looked at place and way after something had changed there, and says what it did. */
@Service
public class CheckWay {

    static final int MAX_NOTE = 1000;

    private final CaseProcess process;
    private final Timeline timeline;
    private final JdbcClient jdbc;
    private final WhoAmI who;
    private final Clock clock;

    CheckWay(CaseProcess process, Timeline timeline, JdbcClient jdbc, WhoAmI who, Clock clock) {
        this.process = process;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.who = who;
        this.clock = clock;
    }

    record Done(String note, Instant at, String by) {}

    /**
     * Ends the step.
     *
     * @param note what was done or why nothing had to be, up to {@value #MAX_NOTE} characters
     * @throws Problem {@code way-check-incomplete} (422), {@code stale-step} (409) when it was ended meanwhile
     */
    @Transactional
    public void check(CaseFile file, String note) {
        String said = note == null ? "" : note.strip();
        if (said.isEmpty() || said.length() > MAX_NOTE) {
            throw Problem.invalid("way-check-incomplete", List.of(new FieldProblem("note",
                    said.isEmpty() ? "way-check-note-missing" : "way-check-note-too-long", MAX_NOTE)));
        }
        jdbc.sql("insert into evacuation.way_check (case_id, note, made_at, made_by) values (?, ?, ?, ?)")
                .params(file.id().value(), said, Timestamp.from(clock.instant()), who.orProcess().name()).update();
        timeline.append(file.id(), "way-checked");
        process.finish(file.id(), Step.CHECK_WAY, Outcome.CHECKED);
    }

    /** Newest first. */
    List<Done> of(CaseId caseId) {
        return jdbc.sql("select note, made_at, made_by from evacuation.way_check where case_id = ? order by id desc").param(caseId.value())
                .query((rs, n) -> new Done(rs.getString(1), rs.getTimestamp(2).toInstant(), rs.getString(3))).list();
    }
}
