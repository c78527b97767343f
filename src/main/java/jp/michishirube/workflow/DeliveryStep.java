package jp.michishirube.workflow;

import jp.michishirube.sharing.DeliverPlan;
import jp.michishirube.sharing.RecallPlan;
import org.springframework.stereotype.Component;

/** The steps of {@code plan-sharing.bpmn}, for one recipient. */
@Component("delivery")
public class DeliveryStep {

    private final DeliverPlan deliver;
    private final RecallPlan recall;

    DeliveryStep(DeliverPlan deliver, RecallPlan recall) {
        this.deliver = deliver;
        this.recall = recall;
    }

    public boolean check(Long deliveryId) {
        return deliver.check(deliveryId);
    }

    public void deliver(Long deliveryId) {
        deliver.deliver(deliveryId);
    }

    public void recordDisclosure(Long deliveryId) {
        deliver.recordDisclosure(deliveryId);
    }

    public void recall(Long deliveryId) {
        recall.recall(deliveryId);
    }
}
