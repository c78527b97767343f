package jp.michishirube.sharing.asking;

import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.notification.NoticeKind;
import jp.michishirube.notification.Notify;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down that no answer came in time and tells the office; the link has ended by itself. */
@Component
class ExpireAskings {

    private static final Logger LOG = LoggerFactory.getLogger(ExpireAskings.class);

    private final Askings askings;
    private final CloseAsking close;
    private final CaseFiles cases;
    private final Notify notify;
    private final TransactionTemplate transactions;

    ExpireAskings(Askings askings, CloseAsking close, CaseFiles cases, Notify notify, TransactionTemplate transactions) {
        this.askings = askings;
        this.close = close;
        this.cases = cases;
        this.notify = notify;
        this.transactions = transactions;
    }

    @Scheduled(cron = "0 25 * * * *", zone = "Asia/Tokyo")
    void run() {
        askings.due().forEach(this::quietly);
    }

    /** One that cannot be written down holds up no other; the next hour tries it again. */
    private void quietly(long id) {
        try {
            transactions.executeWithoutResult(t -> expire(id));
        } catch (RuntimeException e) {
            LOG.warn("asking {}: {}", id, e.getClass().getSimpleName());
        }
    }

    private void expire(long id) {
        Asking asking = askings.lock(id).orElseThrow();
        if (close.expire(id)) {
            CaseFile file = cases.get(asking.caseId());
            notify.toOfficeOnce(file.office(), NoticeKind.SUPPORTER_ANSWERED, file.number(), "asking " + id + " expired");
        }
    }
}
