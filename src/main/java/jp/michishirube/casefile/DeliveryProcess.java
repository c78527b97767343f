package jp.michishirube.casefile;

/** The port that carries a delivery to one recipient, or its recall, through {@code processes/plan-sharing.bpmn}. */
public interface DeliveryProcess {

    /** Starts a delivery that the caller's transaction has just put down: nothing can be running for it. */
    void begin(CaseId caseId, long deliveryId);

    /** Starts the delivery after the caller's commit. Starting the same delivery twice starts one. */
    void deliver(CaseId caseId, long deliveryId);

    /** Starts the recall of what was delivered, retried until the receiver confirms; a running delivery stops first. */
    void recall(CaseId caseId, long deliveryId);
}
