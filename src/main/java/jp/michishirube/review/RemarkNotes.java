package jp.michishirube.review;

import java.util.List;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.interview.FieldNotes;
import org.springframework.stereotype.Component;

/** Puts the remarks beside the fields of the form that the office revises. */
@Component
class RemarkNotes implements FieldNotes {

    private final Remarks remarks;
    private final CaseFiles cases;

    RemarkNotes(Remarks remarks, CaseFiles cases) {
        this.remarks = remarks;
        this.cases = cases;
    }

    @Override
    public List<FieldNote> of(CaseId caseId) {
        String page = "/cases/" + cases.get(caseId).number() + "/remarks#remark-";
        return remarks.sentOf(caseId).stream().filter(r -> r.state() != RemarkState.CLOSED)
                .map(r -> new FieldNote(r.pointer(), "remark.kind." + r.kind(), r.text(), r.byName(), page + r.id(), !r.state().isAnswered()))
                .toList();
    }
}
