package jp.michishirube.sharing.leader;

import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.ResidentProtected;
import jp.michishirube.consent.record.ConsentWithdrawn;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.notification.NoticeKind;
import jp.michishirube.notification.Notify;
import jp.michishirube.organization.Role;
import jp.michishirube.roster.entry.LeftRoster;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A printed list goes on naming people whatever they decide: those that name somebody who may not be shown any more are kept back, or asked back. */
@Component
class OutdateLists {

    private final Papers papers;
    private final CaseFiles cases;
    private final Notify notify;

    OutdateLists(Papers papers, CaseFiles cases, Notify notify) {
        this.papers = papers;
        this.cases = cases;
        this.notify = notify;
    }

    @EventListener
    void on(ConsentWithdrawn withdrawn) {
        if (withdrawn.purpose() == Purpose.PLAN_MAKING || withdrawn.purpose() == Purpose.PEACETIME_SHARING) {
            outdate(withdrawn.caseId());
        }
    }

    @EventListener
    void on(ResidentProtected resident) {
        outdate(resident.caseId());
    }

    @EventListener
    void on(LeftRoster left) {
        outdate(left.caseId());
    }

    /** Whoever is told finds the papers on the leaders' page; the notice names nobody, not by a number either. */
    private void outdate(CaseId caseId) {
        if (papers.outdate(cases.get(caseId).number().value())) {
            notify.toRole(Role.ROSTER_MANAGER, NoticeKind.LIST_OUTDATED, null);
        }
    }
}
