package jp.michishirube.signing;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import jp.michishirube.plan.versions.AnnouncedErasing;
import jp.michishirube.plan.versions.ContentErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A sealed file holds the plan, so it goes with it: its hashes stay, and that it was sealed, signed by whom and when. Prints that many
 * people's plans were joined in are thrown away too; printing them anew is one click.
 */
@Component
class EraseSealed {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AnnouncedErasing erasing;

    EraseSealed(JdbcClient jdbc, Clock clock, AnnouncedErasing erasing) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.erasing = erasing;
    }

    @EventListener
    void on(ContentErased erased) {
        long caseId = erased.caseId().value();
        OffsetDateTime now = OffsetDateTime.now(clock);
        erasing.run(() -> {
            documents(caseId, now);
            objections(erased);
        });
        jdbc.sql("update signing.print_batch set state = 'FAILED', content = null where cases is null or ? = any(cases)").param(caseId).update();
    }

    private void documents(long caseId, OffsetDateTime now) {
        jdbc.sql("update signing.sealed_document set content = '', box = null, erased_at = ? where case_id = ? and erased_at is null")
                .params(now, caseId).update();
        jdbc.sql("update signing.signature set evidence = '', erased_at = ? where case_id = ? and erased_at is null").params(now, caseId).update();
    }

    private record Objection(long id, String reason) {}

    private void objections(ContentErased erased) {
        List<Objection> all = jdbc.sql("select id, reason from signing.objection where case_id = ?").param(erased.caseId().value())
                .query((rs, n) -> new Objection(rs.getLong(1), rs.getString(2))).list();
        all.stream().filter(o -> erased.concerns(null, o.reason())).forEach(o -> jdbc.sql("update signing.objection set reason = ? where id = ?")
                .params(ContentErased.INSTEAD, o.id()).update());
    }
}
