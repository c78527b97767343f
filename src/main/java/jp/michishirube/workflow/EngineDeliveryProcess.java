package jp.michishirube.workflow;

import java.util.Map;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.DeliveryProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(propagation = Propagation.MANDATORY)
class EngineDeliveryProcess implements DeliveryProcess {

    private static final String PROCESS = "plan-sharing";

    private final RuntimeService runtime;

    EngineDeliveryProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void begin(CaseId caseId, long deliveryId) {
        runtime.startProcessInstanceByKey(PROCESS, key(deliveryId), Map.of("caseId", caseId.value(), "deliveryId", deliveryId));
    }

    @Override
    public void deliver(CaseId caseId, long deliveryId) {
        if (running(deliveryId) == 0) {
            begin(caseId, deliveryId);
        }
    }

    @Override
    public void recall(CaseId caseId, long deliveryId) {
        EngineConflict.told(() -> {
            runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS).processInstanceBusinessKey(key(deliveryId)).list()
                    .forEach(p -> runtime.deleteProcessInstance(p.getId(), "recall", false, true));
            runtime.createMessageCorrelation("RecallRequested").processInstanceBusinessKey(key(deliveryId))
                    .setVariable("caseId", caseId.value()).setVariable("deliveryId", deliveryId).correlateStartMessage();
        });
    }

    private long running(long deliveryId) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS).processInstanceBusinessKey(key(deliveryId)).count();
    }

    private static String key(long deliveryId) {
        return "delivery-" + deliveryId;
    }
}
