package jp.michishirube.sharing.leader;

import jp.michishirube.notification.NoticeKind;
import jp.michishirube.notification.Notify;
import jp.michishirube.organization.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Writes down that a term is over and tells the city that papers are to come back. The way in has closed by itself with the day. */
@Component
class EndTerms {

    private static final Logger LOG = LoggerFactory.getLogger(EndTerms.class);

    private final Leaders leaders;
    private final KeepLeader keep;
    private final Notify notify;

    EndTerms(Leaders leaders, KeepLeader keep, Notify notify) {
        this.leaders = leaders;
        this.keep = keep;
        this.notify = notify;
    }

    @Scheduled(cron = "0 15 0 * * *", zone = "Asia/Tokyo")
    void run() {
        long ended = leaders.over().stream().filter(this::quietly).count();
        if (ended > 0) {
            notify.toRoleOnce(Role.ROSTER_MANAGER, NoticeKind.TERMS_ENDED, null, "terms ended " + leaders.today());
        }
    }

    /** One that cannot be written down holds up no other; the next night tries it again. */
    private boolean quietly(long id) {
        try {
            return keep.endOfTerm(id);
        } catch (RuntimeException e) {
            LOG.warn("leader {}: {}", id, e.getClass().getSimpleName());
            return false;
        }
    }
}
