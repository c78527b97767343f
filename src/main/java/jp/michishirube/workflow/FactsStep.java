package jp.michishirube.workflow;

import java.util.Map;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.linkage.CollectLinkedFacts;
import jp.michishirube.plan.form.Holder;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * {@code CollectLinkedFacts}: the case goes on with what came; each holder that did not answer gets a small process of its own, retried
 * and at last an incident that a process admin sees.
 */
@Component("facts")
public class FactsStep {

    private final CollectLinkedFacts facts;
    private final OfferRoster roster;
    private final RuntimeService runtime;

    FactsStep(CollectLinkedFacts facts, OfferRoster roster, RuntimeService runtime) {
        this.facts = facts;
        this.roster = roster;
        this.runtime = runtime;
    }

    public void collect(Long caseId) {
        facts.collect(new CaseId(caseId)).forEach(holder -> runtime.startProcessInstanceByKey("fact-retry",
                EngineCaseProcess.key(new CaseId(caseId)), Map.of("caseId", caseId, "holder", holder.name())));
        // after the others: what the roster says fills what they left empty
        roster.offer(new CaseId(caseId));
    }

    public void retry(Long caseId, String holder) {
        if (!facts.retry(new CaseId(caseId), Holder.valueOf(holder))) {
            throw new IllegalStateException("the holder did not answer: " + holder);
        }
    }
}
