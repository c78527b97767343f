package jp.michishirube.sharing;

import java.time.Clock;
import java.time.Period;
import java.util.Locale;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.consent.rule.Answer;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.code.Holder;
import jp.michishirube.sharing.code.IssuePass;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.paper.Copies;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Prints a copy for a recipient who gets paper: with a number of its own, which the ledger knows, and a QR code that tells whether it is valid. */
@Component
class PrintCopy {

    /** The code of a copy answers as long as paper lasts. */
    private static final Period LIFE = Period.ofYears(10);

    private final Deliveries deliveries;
    private final PlanExtracts extracts;
    private final ExtractPrint print;
    private final Copies copies;
    private final IssuePass issue;
    private final Timeline timeline;
    private final MessageSource messages;
    private final WhoAmI who;
    private final Clock clock;

    PrintCopy(Deliveries deliveries, PlanExtracts extracts, ExtractPrint print, Copies copies, IssuePass issue, Timeline timeline, MessageSource messages,
            WhoAmI who, Clock clock) {
        this.deliveries = deliveries;
        this.extracts = extracts;
        this.print = print;
        this.copies = copies;
        this.issue = issue;
        this.timeline = timeline;
        this.messages = messages;
        this.who = who;
        this.clock = clock;
    }

    /** @param no of the copy within its case */
    record Printed(int no, byte[] pdf) {}

    /** As below, by whoever is signed in. */
    @Transactional
    Printed of(CaseFile file, long deliveryId) {
        return of(file, deliveryId, who.acting().id());
    }

    /**
     * @param by who prints
     * @return what that recipient may see now and was given, never more
     * @throws Problem {@code sharing-not-allowed} (403)
     */
    @Transactional
    Printed of(CaseFile file, long deliveryId, String by) {
        Delivery delivery = deliveries.lock(deliveryId);
        Answer now = extracts.may(delivery).own();
        boolean stands = delivery.state() == Delivery.State.READY || delivery.state() == Delivery.State.DELIVERED;
        if (delivery.recipient().channel() != Recipient.Channel.PAPER || !stands || !now.allowed()) {
            throw Problem.forbidden("sharing-not-allowed");
        }
        int no = copies.nextNumber(file.id());
        IssuePass.Issued pass = issue.issue(PassKind.COPY, new Holder(Holder.Kind.COPY, String.valueOf(deliveryId)), "case " + file.id().value() + " copy " + no,
                clock.instant().atZone(WorkingDays.JAPAN).plus(LIFE).toInstant());
        copies.printed(file.id(), no, deliveryId, pass.id(), now.fields(), by);
        String mark = messages.getMessage("copies.mark", new Object[] {String.valueOf(no)}, Locale.JAPANESE);
        byte[] pdf = print.pdf(file, extracts.plan(delivery), delivery.recipient(), now, mark, pass.address());
        timeline.append(file.id(), "plan-copy-printed", Map.of("name", delivery.recipient().name(), "copy", String.valueOf(no)));
        return new Printed(no, pdf);
    }
}
