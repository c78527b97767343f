package jp.michishirube.plan;

import jp.michishirube.casefile.CaseId;

/** Asks the linked systems once more, for what could not be fetched. The linkage room answers, within its consent. */
public interface FetchAgain {

    void fetch(CaseId caseId);
}
