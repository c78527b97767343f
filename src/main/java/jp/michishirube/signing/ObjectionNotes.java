package jp.michishirube.signing;

import java.util.List;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.interview.FieldNotes;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.versions.Submissions;
import org.springframework.stereotype.Component;

/** Puts what the resident did not agree to at the head of the form, until the plan is handed in again. */
@Component
class ObjectionNotes implements FieldNotes {

    private final Signatures signatures;
    private final Submissions submissions;

    ObjectionNotes(Signatures signatures, Submissions submissions) {
        this.signatures = signatures;
        this.submissions = submissions;
    }

    @Override
    public List<FieldNote> of(CaseId caseId) {
        int latest = submissions.latest(caseId).map(Submission::version).orElse(0);
        return signatures.objections(caseId).stream().filter(o -> o.version() == latest)
                .map(o -> new FieldNote("", "signing.note.objection", o.reason(), o.recordedName(), null, true)).toList();
    }
}
