package jp.michishirube.sharing;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.DeliveryProcess;
import jp.michishirube.casefile.LeftAside;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.outside.Outside;
import jp.michishirube.outside.OutsideFailure;
import jp.michishirube.outside.OutsideService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a plan back from a recipient; retried by the process until the receiver confirms. */
@Component
public class RecallPlan {

    private final Deliveries deliveries;
    private final DeliveryProcess process;
    private final Outside outside;
    private final Timeline timeline;
    private final LeftAside leftAside;

    RecallPlan(Deliveries deliveries, DeliveryProcess process, Outside outside, Timeline timeline, LeftAside leftAside) {
        this.deliveries = deliveries;
        this.process = process;
        this.outside = outside;
        this.timeline = timeline;
        this.leftAside = leftAside;
    }

    /**
     * @throws OutsideFailure when the receiver did not confirm: it still holds the plan, and the case page says so
     */
    @Transactional
    public void recall(long deliveryId) {
        takeBack(deliveryId, Outside.Patience.CAREFUL);
    }

    /** The same on a person's word, now: the process's next try may be minutes away, and finds nothing left to do. */
    @Transactional
    void insist(long deliveryId) {
        takeBack(deliveryId, Outside.Patience.INSIST);
    }

    private void takeBack(long deliveryId, Outside.Patience patience) {
        Delivery delivery = deliveries.lock(deliveryId);
        if (delivery.state() != Delivery.State.RECALLING) {
            return;
        }
        if (delivery.recipient().channel() == Recipient.Channel.CARE_CIRCLE_APP) {
            // Nothing found there (404) is as good as a confirmation: the plan is not with them.
            boolean gone = outside.delete(OutsideService.CARE_CIRCLE_PLANS, patience, "/v1/plans/{key}", delivery.key())
                    .map(answer -> answer.path("recalled").asBoolean()).orElse(true);
            if (!gone) {
                throw new OutsideFailure(OutsideService.CARE_CIRCLE_PLANS, OutsideFailure.Reason.NONSENSE, null);
            }
        }
        deliveries.state(deliveryId, Delivery.State.RECALLED);
        timeline.append(delivery.caseId(), delivery.recipient().event("plan-recalled"), delivery.recipient().named());
    }

    /**
     * Begins the taking back of those deliveries of the case; what has not left yet is stopped. One that cannot be begun stops neither the
     * others nor what they are taken back for: the night's look ({@link RecheckDeliveries}) finds it again.
     */
    @Transactional
    int begin(CaseId caseId, Predicate<Delivery> which) {
        AtomicInteger begun = new AtomicInteger();
        for (Delivery delivery : deliveries.of(caseId)) {
            leftAside.attempt(LeftAside.Item.of(LeftAside.Work.RECALL, delivery.id()).ofCase(caseId), () -> {
                if (which.test(delivery) && begin(delivery.id())) {
                    begun.incrementAndGet();
                }
            });
        }
        return begun.get();
    }

    /** Begins anew what the process gave up: it tries for some hours, the city goes on. */
    @Transactional
    void restart(long deliveryId) {
        Delivery delivery = deliveries.lock(deliveryId);
        if (delivery.state() == Delivery.State.RECALLING) {
            process.recall(delivery.caseId(), deliveryId);
        }
    }

    /** Locked first: a delivery on its way in another transaction is waited for, then taken back. */
    @Transactional
    boolean begin(long deliveryId) {
        Delivery delivery = deliveries.lock(deliveryId);
        boolean mayBeOut = delivery.state().isWithRecipient()
                || delivery.state() == Delivery.State.WAITING && delivery.recipient().channel() == Recipient.Channel.CARE_CIRCLE_APP;
        if (mayBeOut && delivery.state() != Delivery.State.RECALLING) {
            // A sending whose answer got lost may have arrived, so a waiting one is recalled too.
            deliveries.state(deliveryId, Delivery.State.RECALLING);
            process.recall(delivery.caseId(), deliveryId);
            return true;
        }
        if (delivery.state() == Delivery.State.WAITING) {
            deliveries.state(deliveryId, Delivery.State.STOPPED);
        }
        if (delivery.state() == Delivery.State.READY) {
            deliveries.state(deliveryId, Delivery.State.STOPPED);
            timeline.append(delivery.caseId(), "plan-recalled-unprinted", delivery.recipient().named());
        }
        return false;
    }
}
