package jp.michishirube.roster;

import jp.michishirube.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person says whether a doubtful row is somebody known or somebody else. */
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

    @Transactional
    public void decide(long id, long line, Decision decision) {
        if (intakes.lock(id).state() != IntakeState.READY) {
            throw Problem.conflict("roster-import-moved-on");
        }
        int changed = jdbc.sql("update roster.intake_row set decision = ? where intake = ? and line = ? and verdict = 'DOUBT'")
                .params(decision.name(), id, line).update();
        if (changed == 0) {
            throw Problem.notFound("roster-row-not-found");
        }
    }
}
