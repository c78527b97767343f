package jp.michishirube.sharing.asking;

import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterAnswer;
import jp.michishirube.notification.NoticeKind;
import jp.michishirube.notification.Notify;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.supporter.KeepVolunteerContact;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a volunteer says to a question. The same answer again changes nothing; another one than stands is refused. */
@Component
class AnswerAsking {

    private final Askings askings;
    private final CaseFiles cases;
    private final MayAsk may;
    private final CloseAsking close;
    private final SupporterAgreements agreements;
    private final Notify notify;
    private final KeepVolunteerContact contacts;
    private final SendAsking send;

    AnswerAsking(Askings askings, CaseFiles cases, MayAsk may, CloseAsking close, SupporterAgreements agreements, Notify notify, KeepVolunteerContact contacts, SendAsking send) {
        this.askings = askings;
        this.cases = cases;
        this.may = may;
        this.close = close;
        this.agreements = agreements;
        this.notify = notify;
        this.contacts = contacts;
        this.send = send;
    }

    /**
     * @param seen version of the promise that was on the page; another one than was asked with is refused
     * @param how  {@code OWN_PAGE}, or how somebody heard it
     * @return whether it counts; false where its reason was gone meanwhile: nothing is agreed to then
     * @throws Problem {@code asking-over} (409)
     */
    @Transactional
    boolean agree(long id, int seen, SupporterAgreements.How how) {
        Asking asking = askings.lock(id).orElseThrow(() -> Problem.notFound("asking-not-found"));
        if (asking.state() == Asking.State.AGREED) {
            return true;
        }
        if (refusedNow(asking)) {
            return false;
        }
        if (seen != asking.promise()) {
            throw Problem.conflict("asking-over");
        }
        askings.move(asking, Asking.State.AGREED, "AGREED", "promise " + asking.promise(), null, how.name());
        agreements.record(asking.caseId(), asking.supporterKey(), SupporterAnswer.AGREED, send.today(), how, null);
        contacts.keep(asking.residentId(), asking.supporterKey(), asking.volunteerId());
        close.quiet(asking);
        tell(asking);
        return true;
    }

    /** @throws Problem {@code asking-over} (409) */
    @Transactional
    void decline(long id, DeclineReason reason, SupporterAgreements.How how) {
        Asking asking = askings.lock(id).orElseThrow(() -> Problem.notFound("asking-not-found"));
        if (asking.state() == Asking.State.DECLINED || refusedNow(asking)) {
            return;
        }
        askings.move(asking, Asking.State.DECLINED, "DECLINED", reason.name(), null, how.name());
        agreements.record(asking.caseId(), asking.supporterKey(), SupporterAnswer.REFUSED, send.today(), how, null);
        close.quiet(asking);
        tell(asking);
    }

    /** A question to the office. @param words at most 500 characters, without a name of anybody: the page says so */
    @Transactional
    void askBack(long id, String words) {
        Asking asking = askings.lock(id).orElseThrow(() -> Problem.notFound("asking-not-found"));
        if (refusedNow(asking)) {
            return;
        }
        askings.move(asking, Asking.State.ASKED_BACK, "ASKED_BACK", null, words, null);
        tell(asking);
    }

    /** The case moved on while the page was open: the question is taken back there and then. */
    private boolean refusedNow(Asking asking) {
        if (!asking.state().isOpen()) {
            throw Problem.conflict("asking-over");
        }
        boolean gone = !may.of(cases.get(asking.caseId()));
        if (gone) {
            close.stop(asking.id(), "WITHDRAWN");
        }
        return gone;
    }

    private void tell(Asking asking) {
        CaseFile file = cases.get(asking.caseId());
        if (file.office() != null) {
            notify.toOffice(file.office(), NoticeKind.SUPPORTER_ANSWERED, file.number());
        }
    }
}
