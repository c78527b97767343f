package jp.michishirube.roster.intake;

import jp.michishirube.problem.Problem;
import jp.michishirube.roster.entry.IntakeState;
import jp.michishirube.roster.entry.Intakes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drops an import before its confirmation, with the rows it holds. */
@Component
class CancelImport {

    private final JdbcClient jdbc;
    private final Intakes intakes;

    CancelImport(JdbcClient jdbc, Intakes intakes) {
        this.jdbc = jdbc;
        this.intakes = intakes;
    }

    /** @throws Problem {@code roster-import-moved-on} (409) once confirmed */
    @Transactional
    public void cancel(long id) {
        if (!intakes.lock(id).state().isCancellable()) {
            throw Problem.conflict("roster-import-moved-on");
        }
        jdbc.sql("delete from roster.raw_row where intake = ?").param(id).update();
        jdbc.sql("delete from roster.intake_sheet where intake = ?").param(id).update();
        jdbc.sql("delete from roster.intake_row where intake = ?").param(id).update();
        jdbc.sql("update roster.intake set finished_at = ? where id = ?").params(intakes.now(), id).update();
        intakes.state(id, IntakeState.CANCELLED);
    }
}
