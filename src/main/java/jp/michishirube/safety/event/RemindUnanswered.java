package jp.michishirube.safety.event;

import java.time.Instant;
import java.util.List;
import jp.michishirube.casefile.LeftAside;
import jp.michishirube.municipality.Municipality;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks those without an answer again, three times at most; nobody who answered or does not wish to be asked. Called by the process. */
@Component
public class RemindUnanswered {

    private final Events events;
    private final SendQuestion send;
    private final SafetyPolicy policy;
    private final LeftAside leftAside;
    private final JdbcClient jdbc;

    RemindUnanswered(Events events, SendQuestion send, Municipality municipality, LeftAside leftAside, JdbcClient jdbc) {
        this.events = events;
        this.send = send;
        this.policy = municipality.section("safety", SafetyPolicy.class);
        this.leftAside = leftAside;
        this.jdbc = jdbc;
    }

    /** When the process has to look again: at the next round, or when the event ends by itself; at once where it ended. */
    public Instant nextAt(long eventId) {
        DisasterEvent event = events.get(eventId);
        if (!event.isOpen()) {
            return event.endedAt();
        }
        Instant round = reminds(event) ? event.startedAt().plus(policy.reminders().get(event.reminders())) : event.endsAt();
        return round.isBefore(event.endsAt()) ? round : event.endsAt();
    }

    /** Whether that look is a round; else the event is over. */
    public boolean reminds(long eventId) {
        return reminds(events.get(eventId));
    }

    private boolean reminds(DisasterEvent event) {
        return event.isOpen() && event.mode() != Mode.TEST && event.reminders() < policy.reminders().size()
                && event.startedAt().plus(policy.reminders().get(event.reminders())).isBefore(event.endsAt());
    }

    @Transactional
    public void remind(long eventId) {
        DisasterEvent event = events.lock(eventId);
        if (!reminds(event)) {
            return;
        }
        events.reminded(eventId);
        int round = event.reminders() + 1;
        unanswered(eventId).forEach(person -> leftAside.attempt(person.leftAside("again " + round), () -> send.again(event, person, round)));
    }

    private List<Asked.Person> unanswered(long eventId) {
        return jdbc.sql("select a.* from safety.asked a where a.event_id = ? and a.way <> 'NONE' and " + Asked.STILL_ASKED + " and" + Asked.NOT_PROTECTED
                + " order by a.ring, a.number").param(eventId).query((rs, n) -> Asked.person(rs)).list();
    }
}
