package jp.michishirube.sharing;

import jp.michishirube.casefile.ResidentProtected;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** From the moment a resident is protected nobody but rescue bodies keeps the plan, and nothing on its way arrives; begun in that transaction. */
@Component
class RecallWhenProtected {

    private final RecallPlan recall;
    private final PlanExtracts extracts;

    RecallWhenProtected(RecallPlan recall, PlanExtracts extracts) {
        this.recall = recall;
        this.extracts = extracts;
    }

    /** Records that cannot be read are no reason to leave it there: here the recall itself is the safe side. */
    @EventListener
    void on(ResidentProtected resident) {
        recall.begin(resident.caseId(), d -> !d.recipient().party().kind().isRescueBody()
                || !RecheckDeliveries.stillStands(d.fields(), extracts.may(d)));
    }
}
