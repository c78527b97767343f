package jp.michishirube.safety.event;

import jp.michishirube.casefile.LeftAside;
import jp.michishirube.organization.WhoAmI;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes what is over: an event whose time has passed ends, and those who were asked by mistake are told. Called by the process. */
@Component
public class CloseEvent {

    private final Events events;
    private final SendQuestion send;
    private final LeftAside leftAside;
    private final JdbcClient jdbc;

    CloseEvent(Events events, SendQuestion send, LeftAside leftAside, JdbcClient jdbc) {
        this.events = events;
        this.send = send;
        this.leftAside = leftAside;
        this.jdbc = jdbc;
    }

    @Transactional
    public void close(long eventId) {
        events.lock(eventId);
        events.end(eventId, false, WhoAmI.THE_PROCESS);
        DisasterEvent event = events.get(eventId);
        if (event.corrected()) {
            jdbc.sql("select a.* from safety.asked a where a.event_id = ? and a.way = 'MAIL' and" + Asked.NOT_PROTECTED + " order by a.number").param(eventId)
                    .query((rs, n) -> Asked.person(rs)).list()
                    .forEach(person -> leftAside.attempt(person.leftAside("mistake"), () -> send.correction(event, person)));
        }
    }
}
