package jp.michishirube.sharing;

import java.util.Comparator;
import java.util.List;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.paper.Copies;
import jp.michishirube.sharing.paper.Copy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A supporter prints the own copy at home: a sheet of the ledger like any other, with number and QR code, in their hand from the moment it is made. */
@Component
public class PrintOwnCopy {

    /** One for the door, one for the bag; whoever needs more asks the office. */
    private static final int MOST_OUT = 3;

    private final Deliveries deliveries;
    private final CaseFiles cases;
    private final Copies copies;
    private final PrintCopy print;
    private final HandOverCopy handOver;

    PrintOwnCopy(Deliveries deliveries, CaseFiles cases, Copies copies, PrintCopy print, HandOverCopy handOver) {
        this.deliveries = deliveries;
        this.cases = cases;
        this.copies = copies;
        this.print = print;
        this.handOver = handOver;
    }

    /**
     * @param by of whom the ledger says that they printed it
     * @return the sheet: what they may have on paper now
     * @throws Problem {@code sharing-not-allowed} (403); {@code copies-enough} (409) with as many out already as one person needs
     */
    @Transactional
    public byte[] print(CaseId caseId, String supporterKey, String by) {
        CaseFile file = cases.get(caseId);
        Delivery delivery = deliveries.of(caseId).stream().filter(d -> d.recipient().channel() == Recipient.Channel.PAPER && d.recipient().party().equals(Party.of(Party.Kind.SUPPORTER, supporterKey)))
                .filter(d -> d.state() == Delivery.State.READY || d.state() == Delivery.State.DELIVERED).max(Comparator.comparing(Delivery::version))
                .orElseThrow(() -> Problem.forbidden("sharing-not-allowed"));
        List<Copy> before = copies.of(delivery.id());
        if (before.stream().filter(c -> c.isOut() && c.ended() == null).count() >= MOST_OUT) {
            throw Problem.conflict("copies-enough");
        }
        PrintCopy.Printed printed = print.of(file, delivery.id(), by);
        long copy = copies.of(delivery.id()).stream().filter(c -> c.no() == printed.no()).findFirst().orElseThrow().id();
        handOver.handed(file, delivery.id(), copy, Copy.How.IN_PERSON, true, by);
        return printed.pdf();
    }
}
