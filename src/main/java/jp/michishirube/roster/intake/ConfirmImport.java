package jp.michishirube.roster.intake;

import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.entry.Intake;
import jp.michishirube.roster.entry.IntakeState;
import jp.michishirube.roster.entry.Intakes;
import jp.michishirube.roster.entry.RosterWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person has seen the preview and says go. */
@Component
class ConfirmImport {

    private final JdbcClient jdbc;
    private final Intakes intakes;
    private final FinishCheck check;
    private final WhoAmI who;
    private final RosterWork work;

    ConfirmImport(JdbcClient jdbc, Intakes intakes, FinishCheck check, WhoAmI who, RosterWork work) {
        this.jdbc = jdbc;
        this.intakes = intakes;
        this.check = check;
        this.who = who;
        this.work = work;
    }

    /**
     * @param applyGone whether people missing from a full list leave the roster, which ends their cases
     * @return false when another import has been taken in since the preview: it is checked again and wants to be seen again
     * @throws Problem {@code roster-import-moved-on} (409) when it was confirmed or cancelled before; {@code roster-import-runs} (409)
     *                 while another one runs
     */
    @Transactional
    public boolean confirm(long id, boolean applyGone) {
        Intake intake = intakes.lock(id);
        if (intake.state() != IntakeState.READY) {
            throw Problem.conflict("roster-import-moved-on");
        }
        // all confirmations queue here, so that the two questions below are answered for all of them
        jdbc.sql("select pg_advisory_xact_lock(hashtext('roster.confirm'))").query((rs, n) -> 0).list();
        if (jdbc.sql("select count(*) from roster.intake where state = 'RUNNING'").query(Long.class).single() > 0) {
            throw Problem.conflict("roster-import-runs");
        }
        boolean outdated = jdbc.sql("select count(*) from roster.intake where state = 'DONE' and finished_at >= ?")
                .param(intake.checkedAt().atOffset(java.time.ZoneOffset.UTC)).query(Long.class).single() > 0;
        if (outdated) {
            check.again(id);
            work.wakeAfterCommit();
            return false;
        }
        Person by = who.orProcess();
        jdbc.sql("""
                update roster.intake set confirmed_at = :now, confirmed_by = :by, confirmed_name = :name, apply_gone = :gone, to_apply = (
                    select count(*) from roster.intake_row where intake = :i and (verdict in ('NEW', 'CHANGED', 'LEFT')
                        or verdict in ('DOUBT', 'ASKED') and decision is not null or verdict = 'GONE' and :gone))
                where id = :i
                """).param("now", intakes.now()).param("by", by.id()).param("name", by.name()).param("gone", applyGone).param("i", id).update();
        intakes.state(id, IntakeState.RUNNING);
        work.wakeAfterCommit();
        return true;
    }
}
