package jp.michishirube.sharing.leader;

import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.sharing.channel.Outbox;
import jp.michishirube.sharing.code.IssuePass;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.code.RevokePass;
import jp.michishirube.sharing.line.LineAccounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way in of a leader: bound to the term, and closed with it. */
@Component
class LeaderPass {

    private final IssuePass issue;
    private final RevokePass revoke;
    private final Outbox outbox;
    private final LineAccounts line;

    LeaderPass(IssuePass issue, RevokePass revoke, Outbox outbox, LineAccounts line) {
        this.issue = issue;
        this.revoke = revoke;
        this.outbox = outbox;
        this.line = line;
    }

    /** An earlier one opens nothing from now on. @return address for the sheet: it opens nothing without the telephone */
    @Transactional
    String issue(Leader leader) {
        close(leader);
        return issue.issue(PassKind.LEADER, leader.holder(), leader.scope(), leader.to().plusDays(1).atStartOfDay(WorkingDays.JAPAN).toInstant()).address();
    }

    /** Whoever is inside is out. */
    @Transactional
    void close(Leader leader) {
        revoke.about(PassKind.LEADER, leader.scope());
        outbox.stop(leader.holder(), "TERM_ENDED");
    }

    /** Another telephone: whoever was let in by the former is out, and LINE is linked anew. The sheet goes on. */
    @Transactional
    void otherTelephone(Leader leader) {
        revoke.visits(PassKind.LEADER, leader.scope());
        outbox.stop(leader.holder(), "REPLACED");
        line.forget(leader.holder());
    }

    @Transactional
    void end(Leader leader) {
        close(leader);
        line.forget(leader.holder());
    }
}
