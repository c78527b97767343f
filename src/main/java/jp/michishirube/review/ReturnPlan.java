package jp.michishirube.review;

import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.casefile.Step;
import jp.michishirube.notification.NoticeKind;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 差戻し: gives the plan back to its office with remarks. */
@Component
public class ReturnPlan {

    private final LatestVersion latest;
    private final Remarks remarks;
    private final RecordDecision decide;

    ReturnPlan(LatestVersion latest, Remarks remarks, RecordDecision decide) {
        this.latest = latest;
        this.remarks = remarks;
        this.decide = decide;
    }

    /**
     * @param step     {@link Step#REVIEW_PLAN}, or {@link Step#CONFIRM_PLAN} for a 民生委員 who cannot confirm
     * @param version  the submission the reviewer looked at
     * @param note     general note, apart from the remarks; may be null
     * @param opensAll lets the office change every field; else only the remarked ones
     * @throws Problem {@code return-needs-remark} (400); {@code version-not-latest}, {@code already-decided}, {@code stale-step} (409)
     */
    @Transactional
    public void returnPlan(CaseFile file, Step step, int version, String note, boolean opensAll) {
        Submission submission = latest.of(file.id(), version);
        decide.note(file, version, Round.Decision.RETURNED, note, opensAll);
        long count = remarks.written(file.id(), version);
        if (count == 0) {
            throw Problem.badRequest("return-needs-remark");
        }
        decide.goOn(file, submission, step, Outcome.RETURNED, "plan-returned", Map.of("version", "" + version, "remarks", "" + count),
                NoticeKind.RETURNED);
    }
}
