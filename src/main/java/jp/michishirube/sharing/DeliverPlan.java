package jp.michishirube.sharing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.DeliveryProcess;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.consent.rule.Answer;
import jp.michishirube.consent.rule.Disclosures;
import jp.michishirube.consent.rule.Ground;
import jp.michishirube.outside.Outside;
import jp.michishirube.outside.OutsideService;
import jp.michishirube.plan.versions.Submission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives one plan to one recipient, in the three steps of {@code plan-sharing.bpmn}. Consent is asked at the first and again right
 * before anything leaves: minutes or days of retries may lie between. What a declared disaster adds to a person's own consent is read on
 * our pages while it lasts and does not lie with a recipient.
 */
@Component
public class DeliverPlan {

    private final Deliveries deliveries;
    private final PlanExtracts extracts;
    private final ExtractPrint print;
    private final Outside outside;
    private final Disclosures disclosures;
    private final CaseFiles cases;
    private final DeliveryProcess process;
    private final Timeline timeline;
    private final ObjectMapper mapper;

    DeliverPlan(Deliveries deliveries, PlanExtracts extracts, ExtractPrint print, Outside outside, Disclosures disclosures,
            CaseFiles cases, DeliveryProcess process, Timeline timeline, ObjectMapper mapper) {
        this.deliveries = deliveries;
        this.extracts = extracts;
        this.print = print;
        this.outside = outside;
        this.disclosures = disclosures;
        this.cases = cases;
        this.process = process;
        this.timeline = timeline;
        this.mapper = mapper;
    }

    /** @return whether the recipient may have anything of the plan now */
    @Transactional
    public boolean check(long deliveryId) {
        Delivery delivery = deliveries.lock(deliveryId);
        if (delivery.state() != Delivery.State.WAITING) {
            return false;
        }
        Answer answer = extracts.may(delivery).own();
        if (answer.allowed()) {
            deliveries.answered(deliveryId, answer, Delivery.State.WAITING);
        } else {
            refused(delivery, answer);
        }
        return answer.allowed();
    }

    /**
     * Sends the plan, or lays it ready for a reader or for paper. Doing it twice gives it once.
     *
     * @throws jp.michishirube.outside.OutsideFailure when the receiver did not take it: to be tried again
     */
    @Transactional
    public void deliver(long deliveryId) {
        Delivery delivery = deliveries.lock(deliveryId);
        if (delivery.state() != Delivery.State.WAITING) {
            return;
        }
        CaseFile file = cases.get(delivery.caseId());
        Submission plan = extracts.plan(delivery);
        Answer answer = extracts.may(file, plan, delivery.recipient()).own();
        if (!answer.allowed()) {
            refused(delivery, answer);
            return;
        }
        if (delivery.recipient().channel() == Recipient.Channel.CARE_CIRCLE_APP) {
            send(delivery, file, plan, answer);
        }
        deliveries.answered(deliveryId, answer, Delivery.State.SENT);
    }

    /** Who may not have this version may not keep a former one either. Records that cannot be reached are no reason: the night asks again. */
    private void refused(Delivery delivery, Answer answer) {
        deliveries.answered(delivery.id(), answer, Delivery.State.NOT_ALLOWED);
        if (answer.ground() != Ground.UNREACHABLE) {
            replaceOlder(delivery);
        }
    }

    private void send(Delivery delivery, CaseFile file, Submission plan, Answer answer) {
        Extract extract = extracts.extract(plan, delivery.recipient(), answer.fields());
        ObjectNode message = mapper.createObjectNode().put("residentId", file.resident().cityOsId())
                .put("caseNumber", file.number().value()).put("version", delivery.version());
        message.set("extract", mapper.valueToTree(extract));
        message.put("pdf", Base64.getEncoder().encodeToString(
                print.pdf(file, plan, delivery.recipient(), answer)));
        outside.put(OutsideService.CARE_CIRCLE_PLANS, Outside.Patience.CAREFUL, message, "/v1/plans/{key}", delivery.key());
    }

    /**
     * Leaves the line in the disclosure log and takes an older version back from the same recipient. Paper is given when it is handed over
     * ({@link HandOverCopy}); until then it lies ready.
     */
    @Transactional
    public void recordDisclosure(long deliveryId) {
        Delivery delivery = deliveries.lock(deliveryId);
        if (delivery.state() != Delivery.State.SENT) {
            return;
        }
        timeline.append(delivery.caseId(), delivery.recipient().event("plan-delivered"), delivery.recipient().named());
        if (delivery.recipient().channel() == Recipient.Channel.PAPER) {
            deliveries.state(deliveryId, Delivery.State.READY);
            return;
        }
        disclosures.log(delivery.caseId(), delivery.recipient().party(), delivery.recipient().name(), delivery.purpose(),
                delivery.answer(), "plan");
        deliveries.state(deliveryId, Delivery.State.DELIVERED);
        replaceOlder(delivery);
    }

    /** What the same recipient holds of older versions, by the same way, goes back. */
    void replaceOlder(Delivery delivery) {
        if (delivery.version() > 1) {
            recallOlder(delivery);
        }
    }

    private void recallOlder(Delivery delivery) {
        List<Delivery> older = deliveries.of(delivery.caseId()).stream().filter(d -> d.version() < delivery.version())
                .filter(d -> d.recipient().party().equals(delivery.recipient().party()) && d.recipient().channel() == delivery.recipient().channel())
                .filter(d -> d.state() == Delivery.State.DELIVERED).toList();
        older.forEach(d -> {
            deliveries.state(d.id(), Delivery.State.RECALLING);
            process.recall(d.caseId(), d.id());
        });
    }
}
