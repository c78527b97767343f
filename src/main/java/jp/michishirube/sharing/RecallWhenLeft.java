package jp.michishirube.sharing;

import jp.michishirube.roster.entry.LeftRoster;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Nobody keeps the plan of a person who moved away, died or entered a facility; begun in the import's transaction. */
@Component
class RecallWhenLeft {

    private final RecallPlan recall;

    RecallWhenLeft(RecallPlan recall) {
        this.recall = recall;
    }

    @EventListener
    void on(LeftRoster left) {
        recall.begin(left.caseId(), d -> true);
    }
}
