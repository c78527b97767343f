package jp.michishirube.evacuation.route;

import java.util.Map;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.CaseState;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.notification.NoticeKind;
import jp.michishirube.notification.Notify;
import org.springframework.stereotype.Component;

/** Tells the office of a case that its way has to be looked at: a line, a notice, and work in the list until somebody has looked. */
@Component
class TellOfWay {

    private final CaseFiles cases;
    private final CaseProcess process;
    private final Timeline timeline;
    private final Notify notify;

    TellOfWay(CaseFiles cases, CaseProcess process, Timeline timeline, Notify notify) {
        this.cases = cases;
        this.process = process;
        this.timeline = timeline;
        this.notify = notify;
    }

    /** Nothing for a case that is over. @param told cases that were told for the same reason before: they get their line alone */
    void tell(CaseId caseId, String kind, HazardKind hazard, NoticeKind notice, Set<CaseId> told) {
        CaseFile caseFile = cases.get(caseId);
        if (caseFile.state() != CaseState.OPEN && !caseFile.state().isInForce()) {
            return;
        }
        timeline.append(caseId, kind, hazard == null ? Map.of() : Map.of("hazard", hazard.key()));
        if (!told.contains(caseId)) {
            process.checkWay(caseId);
            if (caseFile.office() != null) {
                notify.toOffice(caseFile.office(), notice, caseFile.number());
            }
            told.add(caseId);
        }
    }
}
