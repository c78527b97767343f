package jp.michishirube.sharing;

import jp.michishirube.consent.record.ConsentWithdrawn;
import jp.michishirube.consent.rule.Purpose;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A withdrawn consent stops what is on its way and takes back what was given on it, begun in the withdrawal's transaction. */
@Component
class RecallWhenWithdrawn {

    private final RecallPlan recall;

    RecallWhenWithdrawn(RecallPlan recall) {
        this.recall = recall;
    }

    @EventListener
    void on(ConsentWithdrawn withdrawn) {
        if (withdrawn.purpose() == Purpose.PLAN_MAKING) {
            // No plan without the consent to its making (49条の14), so nobody keeps one.
            recall.begin(withdrawn.caseId(), d -> true);
        } else {
            recall.begin(withdrawn.caseId(), d -> d.purpose() == withdrawn.purpose());
        }
    }
}
