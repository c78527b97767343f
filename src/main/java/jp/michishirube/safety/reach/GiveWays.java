package jp.michishirube.safety.reach;

import java.time.Clock;
import java.time.Period;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.sharing.code.IssuePass;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.code.RevokePass;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a resident the link to the own page of how to be told on the day. An earlier one opens nothing from then on. */
@Component
class GiveWays {

    private static final Period LIFE = Period.ofMonths(1);

    private final IssuePass issue;
    private final RevokePass revoke;
    private final Clock clock;

    GiveWays(IssuePass issue, RevokePass revoke, Clock clock) {
        this.issue = issue;
        this.revoke = revoke;
        this.clock = clock;
    }

    /** @return address and code, to be shown this once to the person who sits beside */
    @Transactional
    IssuePass.Issued give(CaseFile file) {
        Whom whom = Whom.of(file.resident());
        revoke.of(PassKind.RESIDENT, whom.holder());
        return issue.issue(PassKind.RESIDENT, whom.holder(), "case " + file.id().value(), clock.instant().atZone(WorkingDays.JAPAN).plus(LIFE).toInstant());
    }
}
