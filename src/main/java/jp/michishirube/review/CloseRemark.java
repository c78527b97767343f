package jp.michishirube.review;

import java.time.Clock;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a remark: the city any, the office only one whose field is no longer part of the plan. It stays readable. */
@Component
public class CloseRemark {

    private final OpenRemark open;
    private final Remarks remarks;
    private final PlanNow plan;
    private final Checkers checkers;
    private final Timeline timeline;
    private final WhoAmI who;
    private final Clock clock;

    CloseRemark(OpenRemark open, Remarks remarks, PlanNow plan, Checkers checkers, Timeline timeline, WhoAmI who, Clock clock) {
        this.open = open;
        this.remarks = remarks;
        this.plan = plan;
        this.checkers = checkers;
        this.timeline = timeline;
        this.who = who;
        this.clock = clock;
    }

    /** @throws Problem {@code remark-not-found} (404), {@code remark-closed} (409), {@code remark-still-applies} (403) */
    @Transactional
    public void close(CaseFile file, long remarkId, String text) {
        Remark remark = open.get(file.id(), remarkId);
        Person me = who.me();
        boolean fromCity = checkers.include(me);
        if (!fromCity && plan.applies(file.id(), remark.pointer())) {
            throw Problem.forbidden("remark-still-applies");
        }
        remarks.append(remarkId, ThreadEntry.Kind.CLOSED, Notes.of(text), me, fromCity, clock.instant());
        timeline.append(file.id(), remark.event(ThreadEntry.Kind.CLOSED), Map.of("version", "" + remark.version()));
    }
}
