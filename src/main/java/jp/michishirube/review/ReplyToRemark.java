package jp.michishirube.review;

import java.time.Clock;
import java.util.Map;
import jp.michishirube.casefile.Asked;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.notification.NoticeKind;
import jp.michishirube.notification.Notify;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A question back, or its answer, in the remark's own thread. The remark stays in its state. */
@Component
public class ReplyToRemark {

    private final OpenRemark open;
    private final Remarks remarks;
    private final Notify notify;
    private final Checkers checkers;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final WhoAmI who;
    private final Clock clock;

    ReplyToRemark(OpenRemark open, Remarks remarks, Notify notify, Checkers checkers, Timeline timeline,
            ApplicationEventPublisher events, WhoAmI who, Clock clock) {
        this.open = open;
        this.remarks = remarks;
        this.notify = notify;
        this.checkers = checkers;
        this.timeline = timeline;
        this.events = events;
        this.who = who;
        this.clock = clock;
    }

    /** @throws Problem {@code remark-not-found} (404), {@code remark-closed} (409), {@code remark-invalid} (422) without a text */
    @Transactional
    public void reply(CaseFile file, long remarkId, String text) {
        Remark remark = open.get(file.id(), remarkId);
        Person me = who.me();
        boolean fromCity = checkers.include(me);
        remarks.append(remarkId, ThreadEntry.Kind.REPLY, Notes.required("text", text), me, fromCity, clock.instant());
        timeline.append(file.id(), remark.event(ThreadEntry.Kind.REPLY), Map.of("version", "" + remark.version()));
        events.publishEvent(new Asked(file.id(), fromCity, false));
        if (!fromCity) {
            notify.toPerson(remark.by(), NoticeKind.REPLIED, file.number());
        } else if (file.office() != null) {
            notify.toOffice(file.office(), NoticeKind.REPLIED, file.number());
        }
    }
}
