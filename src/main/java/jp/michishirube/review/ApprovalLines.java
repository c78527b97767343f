package jp.michishirube.review;

import java.util.List;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.plan.versions.Difference;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.versions.Submissions;
import org.springframework.stereotype.Component;

/** What there is to know of each plan before several are approved at once. */
@Component
class ApprovalLines {

    private final CaseAccess access;
    private final CaseProcess process;
    private final Submissions submissions;
    private final Remarks remarks;
    private final PlanForms forms;
    private final SecondPair eyes;

    ApprovalLines(CaseAccess access, CaseProcess process, Submissions submissions, Remarks remarks, PlanForms forms, SecondPair eyes) {
        this.access = access;
        this.process = process;
        this.submissions = submissions;
        this.remarks = remarks;
        this.forms = forms;
        this.eyes = eyes;
    }

    /**
     * @param submission the latest; null when nothing was handed in
     * @param by         who handed it in
     * @param findings   sentences of the automatic checks
     * @param changes    since the version before; null for a first version
     * @param obstacle   message key of why it cannot be approved now; null when it can
     */
    record Line(CaseFile file, Submission submission, String by, List<String> findings, Integer changes, String obstacle) {

        /** Without a warning: such plans are chosen from the start, the others only by hand. */
        public boolean isClear() {
            return obstacle == null && findings.isEmpty();
        }
    }

    /** @throws jp.michishirube.problem.Problem {@code case-not-found}, {@code not-your-step} as by every door to a case */
    Line of(CaseNumber number) {
        CaseFile file = access.openForStep(number, Step.REVIEW_PLAN);
        List<Submission> all = submissions.of(file.id());
        if (all.isEmpty()) {
            return new Line(file, null, "", List.of(), null, "approvals.obstacle.nothing");
        }
        Submission latest = all.get(all.size() - 1);
        Submission before = all.size() < 2 ? null : all.get(all.size() - 2);
        var with = submissions.handedInWith(file.id(), latest.version());
        List<String> findings = with.map(w -> w.findings().findValuesAsText("message")).orElse(List.of());
        Integer changes = before == null ? null
                : Difference.between(forms.filled(before), forms.filled(latest)).size();
        boolean written = remarks.of(file.id()).stream().anyMatch(r -> r.state() == RemarkState.DRAFT);
        String obstacle = !process.openSteps(file.id()).contains(Step.REVIEW_PLAN) ? "approvals.obstacle.step"
                : written ? "approvals.obstacle.remarks" : eyes.of(latest) == SecondPair.Own.NO ? null : "approvals.obstacle.own";
        return new Line(file, latest, with.map(w -> w.byName()).orElse(""), findings, changes, obstacle);
    }
}
