package jp.michishirube.renewal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import jp.michishirube.casefile.LeftAside;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at every plan in force each night: a year is over, a supporter ended and nobody heard. Page by page, each proposal in a transaction of
 * its own; a node that dies leaves its place in the night's row, and whichever asks next goes on from there.
 */
@Component
class LookForTriggers {

    private static final Logger LOG = LoggerFactory.getLogger(LookForTriggers.class);
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final int PAGE = 1000;

    private final String worker = UUID.randomUUID().toString();
    private final Nights nights;
    private final DuePlans plans;
    private final ProposeRenewal propose;
    private final RenewalPolicy policy;
    private final LeftAside leftAside;
    private final Clock clock;

    LookForTriggers(Nights nights, DuePlans plans, ProposeRenewal propose, RenewalPolicy policy, LeftAside leftAside, Clock clock) {
        this.nights = nights;
        this.plans = plans;
        this.propose = propose;
        this.policy = policy;
        this.leftAside = leftAside;
        this.clock = clock;
    }

    /** Every ten minutes from two to six: the first does the work, the others find it done, or go on where somebody stopped. */
    @Scheduled(cron = "0 0/10 2-5 * * *", zone = "Asia/Tokyo")
    void atNight() {
        look(LocalDate.ofInstant(clock.instant(), TOKYO), worker, PAGE);
    }

    /** @return whether this worker ended the night */
    boolean look(LocalDate today, String by, int size) {
        Optional<Nights.Night> night = nights.claim(today, by);
        if (night.isEmpty()) {
            return false;
        }
        long last = night.get().lastCase();
        Optional<DuePlans.Page> page = plans.pageAfter(last, size);
        while (page.isPresent()) {
            DuePlans.Look found = plans.between(last, page.get(), today);
            int[] waitingAndFailed = {0, found.unread()};
            found.due().forEach(due -> tell(due, today, waitingAndFailed));
            last = page.get().last();
            if (!nights.cameTo(today, by, last, page.get().plans(), waitingAndFailed[0], waitingAndFailed[1])) {
                LOG.info("another node goes on with the look for renewals");
                return false;
            }
            page = plans.pageAfter(last, size);
        }
        nights.end(today, by);
        LOG.info("renewals: {} proposed", nights.proposed(today));
        return true;
    }

    /** A plan that names who helps no more goes before everyone's turn; the yearly ones wait where a night has enough. */
    private void tell(DuePlans.Due due, LocalDate today, int[] waitingAndFailed) {
        if (due.reason().kind() == Trigger.YEAR && nights.proposed(today) >= policy.perNight()) {
            waitingAndFailed[0]++;
            return;
        }
        boolean done = leftAside.attempt(LeftAside.Item.of(LeftAside.Work.PROPOSE_RENEWAL, due.caseId().value()).ofCase(due.caseId()), () -> {
            ProposeRenewal.Done told = propose.propose(due.caseId(), due.reason());
            if (told != ProposeRenewal.Done.NOTHING) {
                nights.found(today, due.reason().kind(), told);
            }
        });
        waitingAndFailed[1] += done ? 0 : 1;
    }
}
