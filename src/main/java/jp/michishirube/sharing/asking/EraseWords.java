package jp.michishirube.sharing.asking;

import java.util.List;

import jp.michishirube.plan.versions.AnnouncedErasing;
import jp.michishirube.plan.versions.ContentErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a volunteer asked back about a resident, and the office answered, goes with what was erased of the plan. That they asked and answered, who and
 * when, stays.
 */
@Component
class EraseWords {

    private final JdbcClient jdbc;
    private final AnnouncedErasing erasing;

    EraseWords(JdbcClient jdbc, AnnouncedErasing erasing) {
        this.jdbc = jdbc;
        this.erasing = erasing;
    }

    private record Said(long id, String words) {}

    @EventListener
    void on(ContentErased erased) {
        List<Long> gone = jdbc.sql("""
                select e.id, e.words from sharing.asking_event e join sharing.asking a on a.id = e.asking_id where a.case_id = ? and e.words is not null
                """).param(erased.caseId().value()).query((rs, n) -> new Said(rs.getLong(1), rs.getString(2))).list().stream()
                .filter(s -> erased.concerns(null, s.words())).map(Said::id).toList();
        if (!gone.isEmpty()) {
            erasing.run(() -> jdbc.sql("update sharing.asking_event set words = ? where id = any(?)").params(ContentErased.INSTEAD, gone.toArray(Long[]::new)).update());
        }
    }
}
