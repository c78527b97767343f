package jp.michishirube.review;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.Asked;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseSteps;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.notification.NoticeKind;
import jp.michishirube.notification.Notify;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A question or answer between office and city on a case, at any time of its life; see {@link MayWrite} for its end. */
@Component
public class SendMessage {

    static final int MOST_FILES = 5;

    private final Messages messages;
    private final Checkers checkers;
    private final CaseSteps steps;
    private final MayWrite may;
    private final Notify notify;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final WhoAmI who;
    private final Clock clock;

    SendMessage(Messages messages, Checkers checkers, CaseSteps steps, MayWrite may, Notify notify, Timeline timeline,
            ApplicationEventPublisher events, WhoAmI who, Clock clock) {
        this.messages = messages;
        this.checkers = checkers;
        this.steps = steps;
        this.may = may;
        this.notify = notify;
        this.timeline = timeline;
        this.events = events;
        this.who = who;
        this.clock = clock;
    }

    /**
     * @param pointer address of the field it is about; null or empty for none
     * @param waits   the writer cannot go on without an answer: the due time of the step in his hands stands still until it comes
     * @return id of the message
     * @throws Problem {@code message-invalid} (422), {@code message-given-up} (409)
     */
    @Transactional
    long send(CaseFile file, String pointer, String text, List<Attachment> files, boolean waits) {
        String field = pointer == null || pointer.isBlank() ? null : pointer;
        may.check(file, field, text, files);
        Person me = who.me();
        boolean fromCity = checkers.include(me);
        long id = messages.add(file.id(), field, text.strip(), fromCity, me, clock.instant());
        files.forEach(f -> messages.attach(id, f));
        timeline.append(file.id(), files.isEmpty() ? "message-sent" : "message-sent-with-files", Map.of("files", "" + files.size()));
        if (waits) {
            timeline.append(file.id(), "answer-awaited", Map.of());
        }
        events.publishEvent(new Asked(file.id(), fromCity, waits));
        tell(file, fromCity);
        return id;
    }

    private void tell(CaseFile file, boolean fromCity) {
        if (fromCity) {
            if (file.office() != null) {
                notify.toOffice(file.office(), NoticeKind.MESSAGE, file.number());
            }
            return;
        }
        List<String> known = messages.writers(file.id(), true);
        known.forEach(id -> notify.toPerson(id, NoticeKind.MESSAGE, file.number()));
        if (known.isEmpty()) {
            notify.toRole(steps.cityReview() ? Role.REVIEWER : Role.ROSTER_MANAGER, NoticeKind.MESSAGE, file.number());
        }
    }
}
