package jp.michishirube.safety.event;

import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An officer ends an event, or takes back one that was begun by mistake: then those who were asked get a word of correction. */
@Component
public class EndEvent {

    private final Events events;
    private final EventProcess process;
    private final WhoAmI who;

    EndEvent(Events events, EventProcess process, WhoAmI who) {
        this.events = events;
        this.process = process;
        this.who = who;
    }

    /** @throws Problem {@code event-not-open} (409) */
    @Transactional
    public void end(long id, boolean mistake) {
        Person me = who.acting(Role.REVIEWER, Role.ROSTER_MANAGER);
        events.lock(id);
        if (!events.end(id, mistake, me)) {
            throw Problem.conflict("event-not-open");
        }
        process.ended(id);
    }
}
