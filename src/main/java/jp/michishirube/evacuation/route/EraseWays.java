package jp.michishirube.evacuation.route;

import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.plan.versions.ContentErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where a resident lives was told by the city OS too: that position goes with the linked data, and the ways that begin at it. With a
 * plan that was given up every way goes.
 */
@Component
class EraseWays {

    private final JdbcClient jdbc;
    private final CaseFiles cases;

    EraseWays(JdbcClient jdbc, CaseFiles cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    @EventListener
    void on(ContentErased erased) {
        long caseId = erased.caseId().value();
        int told = jdbc.sql("delete from evacuation.home where resident_id = ? and (origin = 'CITY_OS' or ?)")
                .params(cases.get(erased.caseId()).resident().id(), erased.everything()).update();
        if (erased.everything() || told > 0) {
            jdbc.sql("delete from evacuation.route where case_id = ?").param(caseId).update();
        }
        if (erased.everything()) {
            jdbc.sql("update evacuation.way_check set note = '' where case_id = ?").param(caseId).update();
        }
    }
}
