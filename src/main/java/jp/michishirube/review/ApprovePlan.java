package jp.michishirube.review;

import java.time.Clock;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.casefile.Step;
import jp.michishirube.notification.NoticeKind;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 承認: names the version that is good; the sealed document is of that version. */
@Component
public class ApprovePlan {

    private final LatestVersion latest;
    private final Remarks remarks;
    private final RecordDecision decide;
    private final SecondPair eyes;
    private final WhoAmI who;
    private final Clock clock;

    ApprovePlan(LatestVersion latest, Remarks remarks, RecordDecision decide, SecondPair eyes, WhoAmI who, Clock clock) {
        this.latest = latest;
        this.remarks = remarks;
        this.decide = decide;
        this.eyes = eyes;
        this.who = who;
        this.clock = clock;
    }

    /**
     * Remarks of earlier rounds are closed with it. Checks everything anew, so that it can be called for many cases, each on its own.
     *
     * @param version the submission the reviewer looked at
     * @param note    general note to the office; may be null
     * @throws Problem {@code version-not-latest}, {@code already-decided}, {@code stale-step} (409); {@code approve-with-remarks}
     *                 (409) while remarks on this version are written but neither sent nor taken back; {@code second-pair-needed}
     *                 (409) for the own plan, where the municipality does not say otherwise
     */
    @Transactional
    public void approve(CaseFile file, int version, String note) {
        Submission submission = latest.undecided(file.id(), version);
        SecondPair.Own own = eyes.of(submission);
        if (own == SecondPair.Own.REFUSED) {
            throw Problem.conflict("second-pair-needed");
        }
        var all = remarks.of(file.id());
        long written = all.stream().filter(r -> r.state() == RemarkState.DRAFT).count();
        if (written > 0) {
            throw Problem.conflict("approve-with-remarks", written);
        }
        Person me = who.me();
        all.stream().filter(r -> r.state().isSent() && r.state() != RemarkState.CLOSED)
                .forEach(r -> remarks.append(r.id(), ThreadEntry.Kind.CLOSED, null, me, true, clock.instant()));
        decide.note(file, version, Round.Decision.APPROVED, note, false);
        decide.goOn(file, submission, Step.REVIEW_PLAN, Outcome.APPROVED, own == SecondPair.Own.NO ? "plan-approved" : "plan-approved-by-author", Map.of("version", "" + version),
                NoticeKind.APPROVED);
    }
}
