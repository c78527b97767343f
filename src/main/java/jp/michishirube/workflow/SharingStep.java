package jp.michishirube.workflow;

import jp.michishirube.casefile.CaseId;
import jp.michishirube.sharing.SharePlan;
import org.springframework.stereotype.Component;

/** {@code SharePlan}: begins one small process for each recipient. */
@Component("sharing")
public class SharingStep {

    private final SharePlan share;

    SharingStep(SharePlan share) {
        this.share = share;
    }

    public void begin(Long caseId) {
        share.begin(new CaseId(caseId));
    }
}
