package jp.michishirube.roster.intake;

import java.util.List;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.entry.IntakeState;
import jp.michishirube.roster.entry.Intakes;
import jp.michishirube.roster.entry.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person says whether doubtful rows are somebody known or somebody else. */
@Component
class DecideDoubt {

    enum Decision {
        SAME, OTHER,
        /** For a value corrected by hand: what the list says now. */
        TAKE,
        /** For a value corrected by hand: the correction. */
        KEEP;

        boolean isForCorrection() {
            return this == TAKE || this == KEEP;
        }
    }

    private final JdbcClient jdbc;
    private final Intakes intakes;
    private final Outcomes outcomes;

    DecideDoubt(JdbcClient jdbc, Intakes intakes, Outcomes outcomes) {
        this.jdbc = jdbc;
        this.intakes = intakes;
        this.outcomes = outcomes;
    }

    /**
     * @param lines of the file
     * @throws Problem {@code roster-import-moved-on} (409) once confirmed or cancelled, {@code roster-row-not-found} (404) for a line without
     *                 doubt, {@code roster-number-taken} (409) for somebody else under a number that is another's: none is decided then
     */
    @Transactional
    public void decide(long id, List<Long> lines, Decision decision) {
        if (intakes.lock(id).state() != IntakeState.READY) {
            throw Problem.conflict("roster-import-moved-on");
        }
        Long[] rows = lines.toArray(Long[]::new);
        boolean taken = decision == Decision.OTHER && jdbc.sql("""
                select count(*) from roster.intake_row r join roster.entry e on e.city_number = r.city_number where r.intake = ? and r.line = any(?)
                """).params(id, rows).query(Long.class).single() > 0;
        if (taken) {
            throw Problem.conflict("roster-number-taken");
        }
        int changed = jdbc.sql("update roster.intake_row set decision = ? where intake = ? and line = any(?) and verdict = ?")
                .params(decision.name(), id, rows, decision.isForCorrection() ? Verdict.ASKED.name() : Verdict.DOUBT.name()).update();
        if (changed < lines.size()) {
            throw Problem.notFound("roster-row-not-found");
        }
        outcomes.count(id);
    }
}
