package jp.michishirube.review;

import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.versions.Redactions;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;

/** Whoever acts on a submission must have looked at the latest one, and it must be undecided. */
@Component
class LatestVersion {

    private final CaseFiles cases;
    private final Submissions submissions;
    private final Rounds rounds;
    private final Redactions redactions;

    LatestVersion(CaseFiles cases, Submissions submissions, Rounds rounds, Redactions redactions) {
        this.cases = cases;
        this.submissions = submissions;
        this.rounds = rounds;
        this.redactions = redactions;
    }

    /**
     * Keeps others of this case waiting until the transaction ends.
     *
     * @param seen the version its reader saw
     * @throws Problem {@code version-not-latest}, {@code already-decided}, or {@code version-redacted} (409) for one out of which the
     *                 person's withdrawal took values
     */
    Submission undecided(CaseId caseId, int seen) {
        Submission latest = of(caseId, seen);
        if (redactions.concern(caseId, seen)) {
            throw Problem.conflict("version-redacted", seen);
        }
        if (rounds.of(caseId, seen).isPresent()) {
            throw Problem.conflict("already-decided", seen);
        }
        return latest;
    }

    /** The same for acts that decide it: {@link Rounds#decide} itself refuses a second decision. */
    Submission of(CaseId caseId, int seen) {
        cases.hold(caseId);
        Submission latest = submissions.latest(caseId).orElseThrow(() -> Problem.conflict("nothing-submitted"));
        if (latest.version() != seen) {
            throw Problem.conflict("version-not-latest", seen, latest.version());
        }
        return latest;
    }
}
