package jp.michishirube.linkage;

import jp.michishirube.casefile.CaseId;
import jp.michishirube.consent.ConsentWithdrawn;
import jp.michishirube.consent.LinkageWithdrawn;
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
            erase(withdrawn.caseId());
        }
    }

    @EventListener
    void on(LinkageWithdrawn withdrawn) {
        erase(withdrawn.caseId());
    }

    private void erase(CaseId caseId) {
        erase.of(caseId);
        fetches.forget(caseId);
    }
}
