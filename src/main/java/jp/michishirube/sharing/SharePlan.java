package jp.michishirube.sharing;

import java.util.Optional;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.DeliveryProcess;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.signing.SealedDocuments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins the giving of an approved and signed plan to everyone it may go to. Whether each may have it is asked per recipient. */
@Component
public class SharePlan {

    private final CaseFiles cases;
    private final Submissions submissions;
    private final SealedDocuments sealed;
    private final Recipients recipients;
    private final AgreementsFromPlan agreements;
    private final Deliveries deliveries;
    private final DeliveryProcess process;
    private final Timeline timeline;

    SharePlan(CaseFiles cases, Submissions submissions, SealedDocuments sealed, Recipients recipients, AgreementsFromPlan agreements, Deliveries deliveries,
            DeliveryProcess process, Timeline timeline) {
        this.cases = cases;
        this.submissions = submissions;
        this.sealed = sealed;
        this.recipients = recipients;
        this.agreements = agreements;
        this.deliveries = deliveries;
        this.process = process;
        this.timeline = timeline;
    }

    /**
     * Starts one delivery per recipient. Beginning again starts those that are new, such as a supporter who was added, and asks anew
     * for those that were not allowed then.
     */
    @Transactional
    public void begin(CaseId caseId) {
        CaseFile file = cases.get(caseId);
        Submission plan = approved(caseId);
        agreements.take(caseId, plan);
        int started = 0;
        for (Recipient recipient : recipients.of(file.resident(), plan)) {
            Optional<Long> delivery = deliveries.begin(caseId, plan.version(), recipient);
            if (delivery.isPresent()) {
                process.begin(caseId, delivery.get());
                started++;
            }
        }
        if (started > 0) {
            timeline.append(caseId, "sharing-begun", java.util.Map.of("recipients", String.valueOf(started)));
        }
    }

    /** The version that was approved and sealed; where nothing is sealed, the one handed in last. */
    Submission approved(CaseId caseId) {
        return sealed.latestVersion(caseId).flatMap(version -> submissions.version(caseId, version)).or(() -> submissions.latest(caseId))
                .orElseThrow(() -> new IllegalStateException("no plan to share"));
    }

    /** Asks once more for those who have nothing of this version: a supporter may have agreed or a consent been given anew since. */
    @Transactional
    public int again(CaseId caseId) {
        begin(caseId);
        int started = 0;
        int version = approved(caseId).version();
        for (Delivery delivery : deliveries.of(caseId)) {
            if (delivery.version() == version && delivery.state().isOver()) {
                deliveries.state(delivery.id(), Delivery.State.WAITING);
                process.deliver(caseId, delivery.id());
                started++;
            }
        }
        return started;
    }
}
