package jp.michishirube.sharing.supporter;

import java.time.Clock;
import java.time.LocalDate;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterAnswer;
import jp.michishirube.notification.Notify;
import jp.michishirube.notification.NoticeKind;
import jp.michishirube.organization.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A supporter says "I cannot any more". Nobody asks why: there is no duty. What lies with them goes back by the events of the answer
 * ({@link EndLinks} and the recall of plans), the office and the city are told, and the office looks for somebody else.
 */
@Component
class EndSupport {

    private final SupporterAgreements agreements;
    private final CaseFiles cases;
    private final Notify notify;
    private final Clock clock;

    EndSupport(SupporterAgreements agreements, CaseFiles cases, Notify notify, Clock clock) {
        this.agreements = agreements;
        this.cases = cases;
        this.notify = notify;
        this.clock = clock;
    }

    @Transactional
    void end(CaseId caseId, Contact contact) {
        agreements.record(caseId, contact.supporterKey(), SupporterAnswer.REFUSED, LocalDate.now(clock), SupporterAgreements.How.OWN_PAGE, null);
        CaseFile file = cases.get(caseId);
        notify.toOffice(file.office(), NoticeKind.SUPPORTER_ENDED, file.number());
        notify.toRole(Role.ROSTER_MANAGER, NoticeKind.SUPPORTER_ENDED, file.number());
    }
}
