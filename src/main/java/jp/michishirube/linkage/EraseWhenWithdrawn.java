package jp.michishirube.linkage;

import java.time.Clock;
import java.util.List;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.consent.record.ConsentWithdrawn;
import jp.michishirube.consent.rule.Ground;
import jp.michishirube.consent.record.LinkageWithdrawn;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.plan.draft.EraseContent;
import jp.michishirube.plan.draft.EraseLinked;
import jp.michishirube.plan.draft.OfferFacts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When the consent of step 1 is withdrawn, what was fetched under it goes, in the same transaction: from the case that runs and from
 * those before it, since the consent is the person's and not a case's.
 */
@Component
class EraseWhenWithdrawn {

    private final EraseLinked eraseLinked;
    private final EraseContent eraseContent;
    private final OfferFacts offer;
    private final Fetches fetches;
    private final CaseFiles cases;
    private final Clock clock;

    EraseWhenWithdrawn(EraseLinked eraseLinked, EraseContent eraseContent, OfferFacts offer, Fetches fetches, CaseFiles cases, Clock clock) {
        this.eraseLinked = eraseLinked;
        this.eraseContent = eraseContent;
        this.offer = offer;
        this.fetches = fetches;
        this.cases = cases;
        this.clock = clock;
    }

    @EventListener
    void on(ConsentWithdrawn withdrawn) {
        if (withdrawn.purpose() == Purpose.PLAN_MAKING) {
            ofTheSame(withdrawn.caseId()).forEach(c -> {
                notAgreed(c.id());
                eraseContent.of(c.id());
            });
        }
    }

    @EventListener
    void on(LinkageWithdrawn withdrawn) {
        ofTheSame(withdrawn.caseId()).forEach(c -> {
            eraseLinked.of(c.id());
            notAgreed(c.id());
        });
    }

    private List<CaseFile> ofTheSame(CaseId caseId) {
        return cases.ofResident(cases.get(caseId).resident().id());
    }

    /** Nothing of what came is kept, but that the holder may not be asked is said where its values stood. */
    private void notAgreed(CaseId caseId) {
        fetches.of(caseId).forEach(before -> {
            offer.notAgreed(caseId, before.holder());
            fetches.put(caseId, new FetchResult(before.holder(), FetchResult.Status.NOT_AGREED, Ground.WITHDRAWN.name(), 0, null, null, clock.instant()));
        });
    }
}
