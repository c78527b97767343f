package jp.michishirube.roster.intake;

import jp.michishirube.casefile.CaseBegunAnew;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.NewLife;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The roster points at the case that runs: a change of address, or a person who leaves, must reach the new life of a plan. */
@Component
class FollowNewLife implements NewLife.Listing {

    private final JdbcClient jdbc;

    FollowNewLife(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(CaseBegunAnew anew) {
        jdbc.sql("update roster.entry set case_id = ? where case_id = ?").params(anew.after().value(), anew.before().value()).update();
    }

    @Override
    public boolean lists(CaseId caseId) {
        return jdbc.sql("select count(*) from roster.entry where case_id = ? and status = 'LEFT'").param(caseId.value()).query(Integer.class).single() == 0;
    }
}
