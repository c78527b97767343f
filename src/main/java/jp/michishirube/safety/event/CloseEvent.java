package jp.michishirube.safety.event;

import jp.michishirube.casefile.LeftAside;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.sharing.channel.Outbox;
import jp.michishirube.sharing.code.PassKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes what is over: an event whose time has passed ends, and those who were asked by mistake are told. Called by the process. */
@Component
public class CloseEvent {

    private final Events events;
    private final SendQuestion send;
    private final Outbox outbox;
    private final LeftAside leftAside;
    private final JdbcClient jdbc;

    CloseEvent(Events events, SendQuestion send, Outbox outbox, LeftAside leftAside, JdbcClient jdbc) {
        this.events = events;
        this.send = send;
        this.outbox = outbox;
        this.leftAside = leftAside;
        this.jdbc = jdbc;
    }

    @Transactional
    public void close(long eventId) {
        events.lock(eventId);
        events.end(eventId, false, WhoAmI.THE_PROCESS);
        DisasterEvent event = events.get(eventId);
        outbox.stopAbout(PassKind.EVENT, event.scope(), "OVER");
        if (event.corrected()) {
            jdbc.sql("select a.* from safety.asked a where a.event_id = ? and cardinality(a.ways) > 0 and" + Asked.NOT_PROTECTED + " order by a.number").param(eventId)
                    .query((rs, n) -> Asked.person(rs)).list()
                    .forEach(person -> leftAside.attempt(person.leftAside("mistake"), () -> send.correction(event, person)));
        }
    }
}
