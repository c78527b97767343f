package jp.michishirube.workflow;

import jp.michishirube.casefile.CaseId;
import jp.michishirube.consent.rule.Gate;
import org.springframework.stereotype.Component;

/** {@code CheckCreationConsent} and {@code CheckSharingConsent}: the model asks the same question as every page. */
@Component("gate")
public class GateStep {

    private final Gate gate;
    private final Beginning beginning;

    GateStep(Gate gate, Beginning beginning) {
        this.gate = gate;
        this.beginning = beginning;
    }

    public String creation(Long caseId) {
        CaseId id = new CaseId(caseId);
        return beginning.answer(id).orElseGet(() -> gate.creation(id)).name();
    }

    public String sharing(Long caseId) {
        return gate.sharing(new CaseId(caseId)).name();
    }
}
