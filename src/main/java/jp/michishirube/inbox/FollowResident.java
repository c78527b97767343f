package jp.michishirube.inbox;

import jp.michishirube.casefile.ResidentChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lists copy of a resident follows the roster, in the roster's own transaction. */
@Component
class FollowResident {

    private final JdbcClient jdbc;

    FollowResident(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(ResidentChanged changed) {
        jdbc.sql("""
                update inbox.work_item w set resident_name = r.name, resident_kana = r.kana, area = r.area, priority = c.priority
                from casefile.casefile c join casefile.resident r on r.id = c.resident_id
                where w.case_id = ? and c.id = w.case_id
                """).param(changed.caseId().value()).update();
    }
}
