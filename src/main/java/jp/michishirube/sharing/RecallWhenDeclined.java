package jp.michishirube.sharing;

import jp.michishirube.consent.rule.SupporterDeclined;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A supporter takes the agreement back: the plans that name or reached them are taken back at once, not in the night. */
@Component
class RecallWhenDeclined {

    private final RecallPlan recall;
    private final PlanExtracts extracts;

    RecallWhenDeclined(RecallPlan recall, PlanExtracts extracts) {
        this.recall = recall;
        this.extracts = extracts;
    }

    @EventListener
    void on(SupporterDeclined declined) {
        recall.begin(declined.caseId(), d -> !RecheckDeliveries.stillStands(d.fields(), extracts.may(d)));
    }
}
