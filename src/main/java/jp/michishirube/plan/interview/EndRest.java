package jp.michishirube.plan.interview;

import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Goes on with a resting interview before its day: home from hospital, reached after all. */
@Service
public class EndRest {

    private final CaseProcess process;
    private final Timeline timeline;

    EndRest(CaseProcess process, Timeline timeline) {
        this.process = process;
        this.timeline = timeline;
    }

    /** @throws Problem {@code not-resting} (409) when the case does not rest (any more) */
    @Transactional
    public void now(CaseId caseId) {
        if (!process.rests(caseId)) {
            throw Problem.conflict("not-resting");
        }
        process.resume(caseId);
        timeline.append(caseId, "interview-resumed");
    }
}
