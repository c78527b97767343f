package jp.michishirube.sharing;

import java.util.List;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.front.CaseDoing;
import org.springframework.stereotype.Component;

/** Says on the case's page that copies are on their way, or being taken back. */
@Component
class DeliveriesUnderWay implements CaseDoing {

    private final Deliveries deliveries;

    DeliveriesUnderWay(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public List<String> of(CaseId caseId) {
        return deliveries.of(caseId).stream().map(Delivery::state).map(state -> switch (state) {
            case WAITING, SENT -> "sharing.doing.giving";
            case RECALLING -> "sharing.doing.recalling";
            default -> "";
        }).filter(key -> !key.isEmpty()).distinct().sorted().toList();
    }
}
