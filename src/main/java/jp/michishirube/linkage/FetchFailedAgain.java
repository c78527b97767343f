package jp.michishirube.linkage;

import java.util.Set;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.draft.FetchAgain;
import jp.michishirube.plan.form.Holder;
import org.springframework.stereotype.Component;

/** "Try again" on the interview page: asks those who failed, or everyone where nobody did. */
@Component
class FetchFailedAgain implements FetchAgain {

    private final CollectLinkedFacts facts;

    FetchFailedAgain(CollectLinkedFacts facts) {
        this.facts = facts;
    }

    @Override
    public void fetch(CaseId caseId) {
        Set<Holder> failed = facts.failedHolders(caseId);
        if (failed.isEmpty()) {
            facts.collect(caseId);
        } else {
            failed.forEach(h -> facts.retry(caseId, h));
        }
    }
}
