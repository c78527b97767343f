package jp.michishirube.sharing.asking;

import java.time.Clock;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterAnswer;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.sharing.channel.Outbox;
import jp.michishirube.sharing.code.RevokePass;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a question that is open: its link opens nothing more and what is on its way is stopped, in the transaction that ends it. */
@Component
class CloseAsking {

    private final Askings askings;
    private final CaseFiles cases;
    private final SupporterAgreements agreements;
    private final RevokePass revoke;
    private final Outbox outbox;
    private final Clock clock;

    CloseAsking(Askings askings, CaseFiles cases, SupporterAgreements agreements, RevokePass revoke, Outbox outbox, Clock clock) {
        this.askings = askings;
        this.cases = cases;
        this.agreements = agreements;
        this.revoke = revoke;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Answered: the reminder is not needed. The page stays open for its end, to be read once more. */
    void quiet(Asking asking) {
        if (asking.passId() != null) {
            outbox.answered(asking.passId());
        }
    }

    /** Does nothing to one that is open no more. @param cause as {@code outbox.cause.<cause>} */
    @Transactional
    boolean stop(long id, String cause) {
        return close(id, Asking.State.STOPPED, cause);
    }

    /** No answer came in time. */
    @Transactional
    boolean expire(long id) {
        return close(id, Asking.State.EXPIRED, "EXPIRED");
    }

    private boolean close(long id, Asking.State to, String cause) {
        Asking asking = askings.lock(id).filter(a -> a.state().isOpen()).orElse(null);
        if (asking == null) {
            return false;
        }
        askings.move(asking, to, to.name(), cause, null, null);
        if (asking.passId() != null) {
            revoke.one(asking.passId());
            outbox.stop(asking.passId(), cause);
        }
        CaseFile file = cases.get(asking.caseId());
        if (!file.state().isEnded() || file.state().isInForce()) {
            agreements.record(asking.caseId(), asking.supporterKey(), SupporterAnswer.NOT_ASKED, clock.instant().atZone(WorkingDays.JAPAN).toLocalDate(),
                    SupporterAgreements.How.MESSAGE, null);
        }
        return true;
    }

    /** Agreed once and no more: told by consent, or gone with the case. */
    @Transactional
    void end(long id, String cause) {
        askings.lock(id).filter(a -> a.state() == Asking.State.AGREED).ifPresent(a -> {
            askings.move(a, Asking.State.ENDED, "ENDED", cause, null, null);
            if (a.passId() != null) {
                revoke.one(a.passId());
            }
        });
    }
}
