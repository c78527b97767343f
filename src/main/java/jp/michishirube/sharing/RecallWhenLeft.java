package jp.michishirube.sharing;

import jp.michishirube.casefile.CaseEnded;
import jp.michishirube.casefile.CaseState;
import jp.michishirube.roster.entry.LeftRoster;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Nobody keeps the plan of a person who moved away, died or entered a facility, or who wants none any more; nor a former version of one that is
 * shared with nobody now. Begun in the transaction of that.
 */
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

    @EventListener
    void on(CaseEnded ended) {
        if (ended.state() != CaseState.IN_FORCE) {
            recall.begin(ended.caseId(), d -> true);
        }
    }
}
