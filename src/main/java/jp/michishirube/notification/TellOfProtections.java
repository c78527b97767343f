package jp.michishirube.notification;

import java.time.Clock;
import java.time.LocalDate;
import jp.michishirube.casefile.ProtectedPeople;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells those who set 支援措置, and nobody else, that the day comes on which one is looked at again: four weeks and one week before, and when it
 * has passed. Neither notice nor mail says of whom.
 */
@Component
class TellOfProtections {

    private final ProtectedPeople people;
    private final Notify notify;
    private final Clock clock;

    TellOfProtections(ProtectedPeople people, Notify notify, Clock clock) {
        this.people = people;
        this.notify = notify;
        this.clock = clock;
    }

    /** Each hour of the day, so that a node that was down in the morning tells it still; nobody is told twice of the same stage. */
    @Scheduled(cron = "${michishirube.protection.look:0 15 8-18 * * *}", zone = "Asia/Tokyo")
    void tell() {
        for (String stage : people.toDecide(LocalDate.now(clock))) {
            people.setters().forEach(role -> notify.toRoleOnce(role, NoticeKind.PROTECTION_DUE, null, "protection:" + stage));
        }
    }
}
