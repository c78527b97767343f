package jp.michishirube.review;

import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;

/** A remark that may still be answered, held until the transaction ends. */
@Component
class OpenRemark {

    private final CaseFiles cases;
    private final Remarks remarks;

    OpenRemark(CaseFiles cases, Remarks remarks) {
        this.cases = cases;
        this.remarks = remarks;
    }

    /** @throws Problem {@code remark-not-found} (404), also while it is not sent; {@code remark-closed} (409) */
    Remark get(CaseId caseId, long id) {
        cases.hold(caseId);
        Remark remark = remarks.get(caseId, id);
        if (!remark.state().isSent()) {
            throw Problem.notFound("remark-not-found");
        }
        if (remark.state() == RemarkState.CLOSED) {
            throw Problem.conflict("remark-closed");
        }
        return remark;
    }
}
