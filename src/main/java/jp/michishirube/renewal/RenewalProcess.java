package jp.michishirube.renewal;

import jp.michishirube.casefile.CaseId;

/** The port through which a renewal begins ({@code processes/plan-renewal.bpmn}); within the caller's transaction. Its steps are the case's own. */
public interface RenewalProcess {

    /** The office's decision comes into its list. The caller holds the case and knows that nothing of it runs. */
    void begin(CaseId caseId);
}
