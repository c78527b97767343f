package jp.michishirube.linkage;

import java.time.Clock;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.consent.ConsentWithdrawn;
import jp.michishirube.consent.Ground;
import jp.michishirube.consent.LinkageWithdrawn;
import jp.michishirube.consent.Purpose;
import jp.michishirube.plan.EraseLinked;
import jp.michishirube.plan.OfferFacts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When the consent of step 1 is withdrawn, what was fetched under it and confirmed by nobody goes, in the same transaction. */
@Component
class EraseWhenWithdrawn {

    private final EraseLinked erase;
    private final OfferFacts offer;
    private final Fetches fetches;
    private final Clock clock;

    EraseWhenWithdrawn(EraseLinked erase, OfferFacts offer, Fetches fetches, Clock clock) {
        this.erase = erase;
        this.offer = offer;
        this.fetches = fetches;
        this.clock = clock;
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
        // Nothing of what came is kept, but that the holder may not be asked is said where its values stood.
        fetches.of(caseId).forEach(before -> {
            offer.notAgreed(caseId, before.holder());
            fetches.put(caseId, new FetchResult(before.holder(), FetchResult.Status.NOT_AGREED, Ground.WITHDRAWN.name(), 0, null, null, clock.instant()));
        });
    }
}
