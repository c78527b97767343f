package jp.michishirube.renewal;

import java.util.Map;
import jp.michishirube.casefile.CaseEnded;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.versions.Submissions;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A renewal is over when its version came into force, or when no plan of the person is in force any more. In the transaction of that. */
@Component
class EndRenewal {

    private final PlanRenewals renewals;
    private final Submissions submissions;
    private final Timeline timeline;

    EndRenewal(PlanRenewals renewals, Submissions submissions, Timeline timeline) {
        this.renewals = renewals;
        this.submissions = submissions;
        this.timeline = timeline;
    }

    @EventListener
    void on(CaseEnded ended) {
        renewals.open(ended.caseId()).ifPresent(renewal -> {
            if (!ended.state().isInForce()) {
                renewals.end(renewal, PlanRenewal.Outcome.STOPPED, null);
                timeline.append(ended.caseId(), "renewal-stopped");
                return;
            }
            int version = submissions.latest(ended.caseId()).map(Submission::version).orElseThrow();
            if (version > renewal.formerVersion()) {
                renewals.end(renewal, PlanRenewal.Outcome.REPLACED, version);
                timeline.append(ended.caseId(), "renewal-replaced", Map.of("former", String.valueOf(renewal.formerVersion()), "version", String.valueOf(version)));
            }
        });
    }
}
