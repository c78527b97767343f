package jp.michishirube.casefile.front;

import java.util.List;
import jp.michishirube.casefile.CaseId;

/** What a room does for a case in the background just now: so that the page can say it and knows when it is over. */
public interface CaseDoing {

    /** @return message keys; empty when nothing is under way */
    List<String> of(CaseId caseId);
}
