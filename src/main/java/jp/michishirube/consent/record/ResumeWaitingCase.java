package jp.michishirube.consent.record;

import java.util.Set;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.casefile.Step;
import jp.michishirube.consent.rule.Gate;
import jp.michishirube.consent.rule.GateAnswer;
import org.springframework.stereotype.Component;

/** Ends the step that waits for a consent once its gate has an answer; the gate in the model then asks the records anew. */
@Component
class ResumeWaitingCase {

    private final Gate gate;
    private final CaseProcess process;

    ResumeWaitingCase(Gate gate, CaseProcess process) {
        this.gate = gate;
        this.process = process;
    }

    void from(CaseId caseId) {
        Set<Step> open = process.openSteps(caseId);
        if (open.contains(Step.OBTAIN_CREATION_CONSENT) && gate.creation(caseId) != GateAnswer.MISSING) {
            process.finish(caseId, Step.OBTAIN_CREATION_CONSENT, Outcome.RECORDED);
        } else if (open.contains(Step.OBTAIN_SHARING_CONSENT) && gate.sharing(caseId) != GateAnswer.MISSING) {
            process.finish(caseId, Step.OBTAIN_SHARING_CONSENT, Outcome.RECORDED);
        }
    }
}
