package jp.michishirube.sharing;

import java.util.List;
import java.util.Optional;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.DeliveryProcess;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.plan.versions.PlanInForce;
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
    private final PlanInForce plans;
    private final SealedDocuments sealed;
    private final Recipients recipients;
    private final AgreementsFromPlan agreements;
    private final Deliveries deliveries;
    private final RecallPlan recall;
    private final DeliveryProcess process;
    private final Timeline timeline;

    SharePlan(CaseFiles cases, Submissions submissions, PlanInForce plans, SealedDocuments sealed, Recipients recipients, AgreementsFromPlan agreements, Deliveries deliveries,
            RecallPlan recall, DeliveryProcess process, Timeline timeline) {
        this.cases = cases;
        this.submissions = submissions;
        this.plans = plans;
        this.sealed = sealed;
        this.recipients = recipients;
        this.agreements = agreements;
        this.deliveries = deliveries;
        this.recall = recall;
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
        List<Recipient> all = recipients.of(file.resident(), plan);
        for (Recipient recipient : all) {
            Optional<Long> delivery = deliveries.begin(caseId, plan.version(), recipient);
            if (delivery.isPresent()) {
                process.begin(caseId, delivery.get());
                started++;
            }
        }
        if (started > 0) {
            timeline.append(caseId, "sharing-begun", java.util.Map.of("recipients", String.valueOf(started)));
        }
        takeBackFormer(caseId, plan.version(), all);
    }

    /**
     * Who is no recipient of this version gives former ones back at once; who is keeps what they have until this one has arrived
     * ({@link DeliverPlan}): a former plan is better than none. What has not left yet does not leave any more.
     */
    private void takeBackFormer(CaseId caseId, int version, List<Recipient> now) {
        if (version > 1) {
            recall.begin(caseId, d -> d.version() < version && (!d.state().isWithRecipient()
                    || now.stream().noneMatch(r -> r.party().equals(d.recipient().party()) && r.channel() == d.recipient().channel())));
        }
    }

    /** The version in force; on the way there the one that was approved and sealed, and where nothing is sealed, the one handed in last. */
    Submission approved(CaseId caseId) {
        return plans.standing(caseId).map(PlanInForce.Standing::version).or(() -> sealed.latestVersion(caseId)).flatMap(version -> submissions.version(caseId, version)).or(() -> submissions.latest(caseId))
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
