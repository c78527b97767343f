package jp.michishirube.plan.draft;

import jp.michishirube.casefile.CaseId;
import org.springframework.modulith.NamedInterface;

/** Asks the linked systems once more, for what could not be fetched. The linkage room answers, within its consent. */
@NamedInterface("draft")
public interface FetchAgain {

    void fetch(CaseId caseId);
}
