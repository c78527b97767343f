package jp.michishirube.signing;

import java.util.List;
import jp.michishirube.notification.NoticeKind;
import jp.michishirube.notification.Notify;
import jp.michishirube.organization.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells the process admins, in the application and by mail, that the seal's certificate ends in some weeks, and when it has ended. */
@Component
class TellOfSealEnd {

    private static final Logger LOG = LoggerFactory.getLogger(TellOfSealEnd.class);

    /** Told once when so many days are left. */
    private static final List<Integer> STAGES = List.of(1, 3, 7, 14, 30, SealState.WARNED_DAYS);

    private final SealKeys keys;
    private final Notify notify;

    TellOfSealEnd(SealKeys keys, Notify notify) {
        this.keys = keys;
        this.notify = notify;
    }

    /** Each hour of the day, so that a node that was down in the morning tells it still; nobody is told twice of the same stage. */
    @Scheduled(cron = "${michishirube.seal.look:0 5 8-18 * * *}", zone = "Asia/Tokyo")
    void tell() {
        SealState state = keys.state();
        if (state.kind() == SealState.Kind.ENDED) {
            LOG.warn("the seal's certificate ended on {}: nothing is sealed until it is replaced", state.ends());
            notify.toRoleOnce(Role.PROCESS_ADMIN, NoticeKind.SEAL_ENDED, null, "seal:" + state.mark() + ":ended");
        } else if (state.kind() == SealState.Kind.ENDING) {
            LOG.warn("the seal's certificate ends on {}, in {} days", state.ends(), state.daysLeft());
            int stage = STAGES.stream().filter(days -> state.daysLeft() <= days).findFirst().orElseThrow();
            notify.toRoleOnce(Role.PROCESS_ADMIN, NoticeKind.SEAL_ENDING, null, "seal:" + state.mark() + ":" + stage);
        }
    }
}
