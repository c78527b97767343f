package jp.michishirube.renewal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A renewal that nobody but the resident or the office has a reason for. Once a day is enough. */
@Component
class AskForRenewal {

    private final ProposeRenewal propose;
    private final WhoAmI who;
    private final Clock clock;

    AskForRenewal(ProposeRenewal propose, WhoAmI who, Clock clock) {
        this.propose = propose;
        this.who = who;
        this.clock = clock;
    }

    /** @throws Problem {@code renewal-not-possible} (409) without a plan in force, or when it was asked for today already */
    @Transactional
    public void ask(CaseFile file) {
        who.acting();
        if (propose.propose(file.id(), Reason.askedFor(LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Tokyo")))) == ProposeRenewal.Done.NOTHING) {
            throw Problem.conflict("renewal-not-possible");
        }
    }
}
