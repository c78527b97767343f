package jp.michishirube.linkage;

import jp.michishirube.consent.ConsentWithdrawn;
import jp.michishirube.consent.Purpose;
import jp.michishirube.plan.EraseLinked;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When the consent of step 1 is withdrawn, what was fetched under it and confirmed by nobody goes, in the same transaction. */
@Component
class EraseWhenWithdrawn {

    private final EraseLinked erase;
    private final Fetches fetches;

    EraseWhenWithdrawn(EraseLinked erase, Fetches fetches) {
        this.erase = erase;
        this.fetches = fetches;
    }

    @EventListener
    void on(ConsentWithdrawn withdrawn) {
        if (withdrawn.purpose() == Purpose.PLAN_MAKING) {
            erase.of(withdrawn.caseId());
            fetches.forget(withdrawn.caseId());
        }
    }
}
