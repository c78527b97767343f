package jp.michishirube.sharing;

import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.consent.rule.Answer;
import jp.michishirube.consent.rule.Disclosures;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.paper.Copies;
import jp.michishirube.sharing.paper.Copy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A printed copy goes into its holder's hand or to the post. This is when something is given, not when it could be. */
@Component
class HandOverCopy {

    private final Deliveries deliveries;
    private final PlanExtracts extracts;
    private final DeliverPlan deliver;
    private final Copies copies;
    private final Disclosures disclosures;
    private final Timeline timeline;
    private final WhoAmI who;

    HandOverCopy(Deliveries deliveries, PlanExtracts extracts, DeliverPlan deliver, Copies copies, Disclosures disclosures, Timeline timeline, WhoAmI who) {
        this.deliveries = deliveries;
        this.extracts = extracts;
        this.deliver = deliver;
        this.copies = copies;
        this.disclosures = disclosures;
        this.timeline = timeline;
        this.who = who;
    }

    /**
     * @param pair whether a person has compared holder and resident
     * @throws Problem {@code copy-pair} (422); {@code copy-outdated} (409) when more is on it than the holder may have by now;
     *                 {@code sharing-not-allowed} (403); {@code copy-not-here} (409) for one that is out or gone already
     */
    @Transactional
    void handed(CaseFile file, long deliveryId, long copyId, Copy.How how, boolean pair) {
        handed(file, deliveryId, copyId, how, pair, who.acting().id());
    }

    /** @param by who hands it over */
    @Transactional
    void handed(CaseFile file, long deliveryId, long copyId, Copy.How how, boolean pair, String by) {
        if (!pair) {
            throw Problem.invalid("copy-pair", List.of(new FieldProblem("pair-" + copyId, "copy-pair")));
        }
        Delivery delivery = deliveries.lock(deliveryId);
        Copy copy = copies.find(deliveryId, copyId).orElseThrow(() -> Problem.notFound("sharing-not-found"));
        boolean stands = delivery.state() == Delivery.State.READY || delivery.state() == Delivery.State.DELIVERED;
        Answer now = extracts.may(delivery).own();
        if (!stands || !now.allowed()) {
            throw Problem.forbidden("sharing-not-allowed");
        }
        if (!now.fields().containsAll(copy.fields())) {
            throw Problem.conflict("copy-outdated");
        }
        if (!copies.handed(copyId, how, by)) {
            throw Problem.conflict("copy-not-here");
        }
        deliveries.handed(deliveryId);
        deliveries.answered(deliveryId, now, Delivery.State.DELIVERED);
        if (delivery.state() == Delivery.State.READY) {
            deliveries.state(deliveryId, Delivery.State.DELIVERED);
            deliver.replaceOlder(delivery);
        }
        disclosures.log(file.id(), delivery.recipient().party(), delivery.recipient().name(), delivery.purpose(), now, "plan-paper");
        timeline.append(file.id(), how == Copy.How.POST ? "plan-copy-posted" : "plan-copy-handed", Map.of("name", delivery.recipient().name(), "copy", String.valueOf(copy.no())));
    }

    /** The copy is back, destroyed or lost. Once none is out any more, a recall that waited for paper is over. */
    @Transactional
    void ended(CaseFile file, long deliveryId, long copyId, Copy.Ended how) {
        Delivery delivery = deliveries.lock(deliveryId);
        Copy copy = copies.find(deliveryId, copyId).orElseThrow(() -> Problem.notFound("sharing-not-found"));
        if (!copies.ended(copyId, how, who.acting().id())) {
            throw Problem.conflict("copy-not-here");
        }
        timeline.append(file.id(), "plan-copy-" + how.name().toLowerCase(java.util.Locale.ROOT), Map.of("name", delivery.recipient().name(), "copy", String.valueOf(copy.no())));
        if (delivery.handedAt() != null && copies.of(deliveryId).stream().noneMatch(Copy::isOut)) {
            deliveries.paperBack(deliveryId);
        }
    }
}
