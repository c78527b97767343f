package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way through {@code plan-sharing.bpmn}, {@code fact-retry.bpmn} and {@code way-check.bpmn}. */
class SmallModelsTest {

    private ProcessEngine engine;
    private final Delivery delivery = new Delivery();

    public static class Delivery {
        boolean permitted = true;
        boolean down;
        final List<String> done = new ArrayList<>();

        public boolean check(Long id) {
            return permitted;
        }

        public void deliver(Long id) {
            failIfDown();
            done.add("delivered");
        }

        public void recordDisclosure(Long id) {
            done.add("recorded");
        }

        public void recall(Long id) {
            failIfDown();
            done.add("recalled");
        }

        public void retry(Long caseId, String holder) {
            failIfDown();
            done.add("fetched " + holder);
        }

        public String everyMorning(Long caseId) {
            return "R/2030-01-01T08:00:00Z/P1D";
        }

        public void remind(Long caseId) {
            done.add("reminded");
        }

        private void failIfDown() {
            if (down) {
                throw new IllegalStateException("no answer");
            }
        }
    }

    @BeforeEach
    void start() {
        engine = BareEngine.with(Map.of("delivery", delivery, "facts", delivery, "reminders", delivery));
        init(engine);
    }

    @Test
    void aPermittedRecipientGetsThePlanAndTheDisclosureIsRecorded() {
        ProcessInstance sharing = sharing();
        assertThat(sharing).isWaitingAt("DeliverPlan");
        execute(job());
        assertThat(sharing).isEnded().hasPassed("RecordDisclosure", "Delivered");
        assertThat(delivery.done).containsExactly("delivered", "recorded");
    }

    @Test
    void whoMayNotHaveItGetsNothing() {
        delivery.permitted = false;
        assertThat(sharing()).isEnded().hasPassed("NotDelivered").hasNotPassed("DeliverPlan");
        assertThat(delivery.done).isEmpty();
    }

    @Test
    void aReceiverThatIsDownEndsAsAnIncidentAndNothingIsLost() {
        delivery.down = true;
        ProcessInstance sharing = sharing();
        assertThat(sharing).isWaitingAt("DeliverPlan");
        assertThatThrownBy(() -> execute(job())).hasMessageContaining("no answer");
        assertThat(engine.getRuntimeService().createIncidentQuery().processInstanceId(sharing.getId()).list()).hasSize(1);
        delivery.down = false;
        engine.getManagementService().setJobRetries(job().getId(), 1);
        execute(job());
        assertThat(sharing).isEnded();
    }

    @Test
    void aRecallIsRetriedUntilTheReceiverConfirms() {
        delivery.down = true;
        ProcessInstance recall = engine.getRuntimeService().createMessageCorrelation("RecallRequested").setVariable("deliveryId", 8L)
                .correlateStartMessage();
        assertThat(recall).isWaitingAt("RecallPlan");
        assertThatThrownBy(() -> execute(job())).hasMessageContaining("no answer");
        delivery.down = false;
        engine.getManagementService().setJobRetries(job().getId(), 1);
        execute(job());
        assertThat(recall).isEnded().hasPassed("Recalled");
        assertThat(delivery.done).containsExactly("recalled");
    }

    @Test
    void aHolderThatDidNotAnswerIsAskedAgain() {
        ProcessInstance retry = engine.getRuntimeService().startProcessInstanceByKey("fact-retry", Map.of("caseId", 1L, "holder", "CITY_OS"));
        assertThat(retry).isWaitingAt("FetchAgain");
        execute(job());
        assertThat(retry).isEnded();
        assertThat(delivery.done).containsExactly("fetched CITY_OS");
    }

    @Test
    void aLookAtTheWayWaitsForTheOfficeAndIsRemindedOfEachMorning() {
        ProcessInstance check = check("case-1");
        assertThat(check).isWaitingAt("CheckWay");
        execute(job());
        assertThat(check).isWaitingAt("CheckWay").hasPassed("RemindOfCheck");
        assertThat(delivery.done).containsExactly("reminded");
        complete(task());
        assertThat(check).isEnded().hasPassed("WayChecked");
    }

    @Test
    void aLookAtTheWayEndsWithTheCase() {
        for (String message : List.of("LeaveRoster", "CreationConsentWithdrawn")) {
            ProcessInstance check = check("case-" + message);
            engine.getRuntimeService().createMessageCorrelation(message).processInstanceBusinessKey("case-" + message).correlate();
            assertThat(check).isEnded().hasPassed("CheckDropped").hasNotPassed("WayChecked");
        }
    }

    private ProcessInstance check(String key) {
        return engine.getRuntimeService().startProcessInstanceByKey("way-check", key, Map.of("caseId", 1L));
    }

    private ProcessInstance sharing() {
        return engine.getRuntimeService().startProcessInstanceByKey("plan-sharing", Map.of("deliveryId", 7L));
    }
}
