package jp.michishirube.sharing;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import jp.michishirube.casefile.LeftAside;
import jp.michishirube.consent.rule.Answer;
import jp.michishirube.consent.rule.Ground;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every night whether what lies with recipients may still lie there: a consent may have expired, a supporter declined, a
 * declared disaster ended or the policy changed, none of which is a withdrawal. And asks those again who have not confirmed a recall:
 * the process gives up after some hours, the city does not.
 */
@Component
class RecheckDeliveries {

    private static final Logger log = LoggerFactory.getLogger(RecheckDeliveries.class);
    private static final int PAGE = 500;

    private final Deliveries deliveries;
    private final PlanExtracts extracts;
    private final RecallPlan recall;
    private final LeftAside leftAside;

    RecheckDeliveries(Deliveries deliveries, PlanExtracts extracts, RecallPlan recall, LeftAside leftAside) {
        this.deliveries = deliveries;
        this.extracts = extracts;
        this.recall = recall;
        this.leftAside = leftAside;
    }

    @Scheduled(cron = "0 30 3 * * *", zone = "Asia/Tokyo")
    void everyNight() {
        deliveries.unconfirmed().forEach(id -> leftAside.attempt(item(LeftAside.Work.ASK_RECALL_AGAIN, id), () -> recall.restart(id)));
        int recalled = recheck();
        if (recalled > 0) {
            log.info("{} deliveries are taken back: they stand on no ground any more", recalled);
        }
    }

    /** One that cannot be looked at holds up no other; the next night asks again. */
    int recheck() {
        AtomicInteger recalled = new AtomicInteger();
        long last = 0;
        List<Long> page;
        do {
            page = deliveries.standingAfter(last, PAGE);
            for (long id : page) {
                last = id;
                leftAside.attempt(item(LeftAside.Work.RECHECK_DELIVERY, id), () -> recalled.addAndGet(recalled(id) ? 1 : 0));
            }
        } while (page.size() == PAGE);
        return recalled.get();
    }

    private LeftAside.Item item(LeftAside.Work work, long id) {
        return LeftAside.Item.of(work, id).ofCase(deliveries.caseOf(id));
    }

    private boolean recalled(long id) {
        Delivery delivery = deliveries.get(id);
        return !stillStands(delivery.fields(), extracts.may(delivery)) && recall.begin(id);
    }

    /** Unreachable records are no reason to recall: nothing new is given meanwhile, and the next night asks again. */
    static boolean stillStands(Set<String> given, Answer now) {
        return now.ground() == Ground.UNREACHABLE || now.allowed() && now.fields().containsAll(given);
    }
}
