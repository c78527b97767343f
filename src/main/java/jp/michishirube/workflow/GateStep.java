package jp.michishirube.workflow;

import jp.michishirube.casefile.CaseId;
import jp.michishirube.consent.Gate;
import org.springframework.stereotype.Component;

/** {@code CheckCreationConsent} and {@code CheckSharingConsent}: the model asks the same question as every page. */
@Component("gate")
public class GateStep {

    private final Gate gate;

    GateStep(Gate gate) {
        this.gate = gate;
    }

    public String creation(Long caseId) {
        return gate.creation(new CaseId(caseId)).name();
    }

    public String sharing(Long caseId) {
        return gate.sharing(new CaseId(caseId)).name();
    }
}
