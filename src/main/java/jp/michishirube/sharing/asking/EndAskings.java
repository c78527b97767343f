package jp.michishirube.sharing.asking;

import java.util.List;
import jp.michishirube.casefile.CaseEnded;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.ResidentProtected;
import jp.michishirube.consent.record.ConsentWithdrawn;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterAnswer;
import jp.michishirube.consent.rule.SupporterDeclined;
import jp.michishirube.notification.NoticeKind;
import jp.michishirube.notification.Notify;
import jp.michishirube.roster.entry.LeftRoster;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.code.RevokePass;
import jp.michishirube.sharing.line.LineAccounts;
import jp.michishirube.sharing.pool.Volunteer;
import jp.michishirube.sharing.pool.VolunteerEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes questions back in the transaction that ends their reason. */
@Component
class EndAskings {

    private final Askings askings;
    private final CloseAsking close;
    private final CaseFiles cases;
    private final SupporterAgreements agreements;
    private final SendAsking send;
    private final RevokePass revoke;
    private final LineAccounts line;
    private final Notify notify;

    EndAskings(Askings askings, CloseAsking close, CaseFiles cases, SupporterAgreements agreements, SendAsking send, RevokePass revoke, LineAccounts line, Notify notify) {
        this.askings = askings;
        this.close = close;
        this.cases = cases;
        this.agreements = agreements;
        this.send = send;
        this.revoke = revoke;
        this.line = line;
        this.notify = notify;
    }

    /** Whatever was withdrawn: nobody new is brought in before the person has been asked. */
    @EventListener
    void on(ConsentWithdrawn withdrawn) {
        stop(withdrawn.caseId(), "WITHDRAWN");
    }

    @EventListener
    void on(ResidentProtected resident) {
        stop(resident.caseId(), "WITHDRAWN");
        agreed(resident.caseId()).forEach(id -> close.end(id, "WITHDRAWN"));
    }

    @EventListener
    void on(LeftRoster left) {
        stop(left.caseId(), "LEFT_ROSTER");
        agreed(left.caseId()).forEach(id -> close.end(id, "LEFT_ROSTER"));
    }

    @EventListener
    void on(CaseEnded ended) {
        if (!ended.state().isInForce()) {
            stop(ended.caseId(), "WITHDRAWN");
            agreed(ended.caseId()).forEach(id -> close.end(id, "WITHDRAWN"));
        }
    }

    /** Told on the own page, to the office, or by the circle: whoever says so helps no more. */
    @EventListener
    void on(SupporterDeclined declined) {
        askings.ofCase(declined.caseId()).stream().filter(a -> a.supporterKey().equals(declined.supporterKey())).forEach(a -> close.end(a.id(), "SUPPORTER_ENDED"));
    }

    /** Out of the pool: out of every plan too. */
    @EventListener
    void on(VolunteerEnded ended) {
        for (Asking asking : askings.standingOf(ended.volunteerId())) {
            if (asking.state().isOpen()) {
                close.stop(asking.id(), "SUPPORTER_ENDED");
            } else {
                agreements.record(asking.caseId(), asking.supporterKey(), SupporterAnswer.REFUSED, send.today(), SupporterAgreements.How.MESSAGE, null);
                var file = cases.get(asking.caseId());
                notify.toOffice(file.office(), NoticeKind.SUPPORTER_ENDED, file.number());
            }
        }
        revoke.of(PassKind.VOLUNTEER, Volunteer.holder(ended.volunteerId()));
        line.forget(Volunteer.holder(ended.volunteerId()));
    }

    private void stop(CaseId caseId, String cause) {
        askings.openOfResident(cases.get(caseId).resident().id()).forEach(id -> close.stop(id, cause));
    }

    private List<Long> agreed(CaseId caseId) {
        return askings.agreedOfResident(cases.get(caseId).resident().id());
    }
}
