package jp.michishirube.workflow;

import java.util.Map;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.renewal.RenewalProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Renewals run under the key of their case: whoever moves or stops the case moves and stops its renewal. */
@Component
class EngineRenewalProcess implements RenewalProcess {

    static final String PROCESS = "plan-renewal";

    private final RuntimeService runtime;

    EngineRenewalProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(CaseId caseId) {
        runtime.startProcessInstanceByKey(PROCESS, EngineCaseProcess.key(caseId), Map.of("caseId", caseId.value()));
    }
}
