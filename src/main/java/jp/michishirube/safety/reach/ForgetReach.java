package jp.michishirube.safety.reach;

import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.ResidentProtected;
import jp.michishirube.roster.entry.LeftRoster;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.code.RevokePass;
import jp.michishirube.sharing.line.LineAccounts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever is asked no more is not reached any more either: links close, LINE and language are forgotten. */
@Component
class ForgetReach {

    private final CaseFiles cases;
    private final RevokePass revoke;
    private final LineAccounts line;
    private final Spoken spoken;

    ForgetReach(CaseFiles cases, RevokePass revoke, LineAccounts line, Spoken spoken) {
        this.cases = cases;
        this.revoke = revoke;
        this.line = line;
        this.spoken = spoken;
    }

    @EventListener
    void on(LeftRoster left) {
        forget(left.caseId());
    }

    @EventListener
    void on(ResidentProtected resident) {
        forget(resident.caseId());
    }

    private void forget(CaseId caseId) {
        Resident resident = cases.get(caseId).resident();
        Whom whom = Whom.of(resident);
        revoke.of(PassKind.RESIDENT, whom.holder());
        line.forget(whom.holder());
        spoken.forget(whom);
    }
}
