package jp.michishirube.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.michishirube.signals.Waiting;
import jp.michishirube.signals.Watches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the operator by mail and in the log what needs a person: when it begins, and once a day while it lasts. One mail for all that began
 * together; of several nodes one tells it. Where mail itself is what fails, page, figures and log tell it.
 */
@Component
class AlertOperator {

    private static final Logger LOG = LoggerFactory.getLogger(AlertOperator.class);
    private static final Duration AGAIN = Duration.ofDays(1);

    private final Watches watches;
    private final JdbcClient jdbc;
    private final MailToCity mails;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AlertOperator(Watches watches, JdbcClient jdbc, MailToCity mails, TransactionTemplate transaction, Clock clock) {
        this.watches = watches;
        this.jdbc = jdbc;
        this.mails = mails;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${michishirube.signals.alert-every:5m}", initialDelayString = "${michishirube.signals.alert-every:5m}")
    void look() {
        Watches.Look look = watches.look();
        transaction.executeWithoutResult(tx -> tell(look));
    }

    void tell(Watches.Look look) {
        Instant now = clock.instant();
        List<String> told = new ArrayList<>();
        List<String> over = new ArrayList<>();
        for (Waiting w : look.waiting()) {
            if (!w.isTrouble(now)) {
                over.add(w.kind());
            } else if (isNews(w.kind(), now)) {
                long minutes = w.oldest() == null ? 0 : Duration.between(w.oldest(), now).toMinutes();
                told.add(w.kind() + "=" + w.failed() + "=" + minutes);
            }
        }
        // What could not be asked is neither over nor news.
        if (!over.isEmpty()) {
            jdbc.sql("delete from notification.alert where kind in (:over)").param("over", over).update();
        }
        if (!told.isEmpty()) {
            LOG.warn("needs a person (kind=failed=minutes that the oldest waits): {}", told);
            mails.alert("alert:" + now + ":" + told.get(0), told);
        }
    }

    private boolean isNews(String kind, Instant now) {
        return jdbc.sql("""
                insert into notification.alert (kind, told_at) values (?, ?) on conflict (kind) do update set told_at = excluded.told_at
                where notification.alert.told_at <= ? returning kind
                """).params(kind, Timestamp.from(now), Timestamp.from(now.minus(AGAIN))).query(String.class).optional().isPresent();
    }
}
