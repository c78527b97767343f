package jp.michishirube.roster;

import java.util.List;
import jp.michishirube.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person says whether doubtful rows are somebody known or somebody else. */
@Component
class DecideDoubt {

    enum Decision {
        SAME, OTHER
    }

    private final JdbcClient jdbc;
    private final Intakes intakes;

    DecideDoubt(JdbcClient jdbc, Intakes intakes) {
        this.jdbc = jdbc;
        this.intakes = intakes;
    }

    /**
     * @param lines of the file
     * @throws Problem {@code roster-import-moved-on} (409) once confirmed or cancelled, {@code roster-row-not-found} (404) for a line without
     *                 doubt: none is decided then
     */
    @Transactional
    public void decide(long id, List<Long> lines, Decision decision) {
        if (intakes.lock(id).state() != IntakeState.READY) {
            throw Problem.conflict("roster-import-moved-on");
        }
        int changed = jdbc.sql("update roster.intake_row set decision = ? where intake = ? and line = any(?) and verdict = 'DOUBT'")
                .params(decision.name(), id, lines.toArray(Long[]::new)).update();
        if (changed < lines.size()) {
            throw Problem.notFound("roster-row-not-found");
        }
    }
}
