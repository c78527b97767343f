package jp.michishirube.workflow;

import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseState;
import jp.michishirube.casefile.EndCase;
import org.springframework.stereotype.Component;

/** The model's end events: each ends the case in its state. */
@Component("ending")
public class EndingStep {

    private final EndCase cases;

    EndingStep(EndCase cases) {
        this.cases = cases;
    }

    public void ended(Long caseId, String state) {
        cases.end(new CaseId(caseId), CaseState.valueOf(state));
    }
}
