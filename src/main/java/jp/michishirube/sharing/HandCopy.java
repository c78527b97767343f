package jp.michishirube.sharing;

import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.consent.rule.Answer;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Prints the copy of a recipient who gets paper. From then on one is out in the world, to be asked back at a recall. */
@Component
class HandCopy {

    private final Deliveries deliveries;
    private final PlanExtracts extracts;
    private final ExtractPrint print;
    private final Timeline timeline;

    HandCopy(Deliveries deliveries, PlanExtracts extracts, ExtractPrint print, Timeline timeline) {
        this.deliveries = deliveries;
        this.extracts = extracts;
        this.print = print;
        this.timeline = timeline;
    }

    /**
     * @return the PDF: what that recipient may see now and was given, never more
     * @throws Problem {@code sharing-not-allowed} (403)
     */
    @Transactional
    byte[] of(CaseFile file, long deliveryId) {
        Delivery delivery = deliveries.lock(deliveryId);
        Answer now = extracts.may(delivery).own();
        if (delivery.state() != Delivery.State.DELIVERED || !now.allowed()) {
            throw Problem.forbidden("sharing-not-allowed");
        }
        byte[] pdf = print.pdf(file, extracts.plan(delivery), delivery.recipient(), now);
        if (delivery.recipient().channel() == Recipient.Channel.PAPER && deliveries.handed(deliveryId)) {
            timeline.append(file.id(), "plan-copy-printed", delivery.recipient().named());
        }
        return pdf;
    }
}
