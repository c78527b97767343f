package jp.michishirube.safety.event;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import jp.michishirube.casefile.LeftAside;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds who is in the areas of an event and is not asked yet, in two rings: those with a plan in force first, then everyone else on the
 * roster (災害対策基本法49条の11). Called by the process; asking twice adds nobody twice.
 */
@Component
public class AskResidents {

    private static final int AT_ONCE = 500;

    private final Events events;
    private final SendQuestion send;
    private final LeftAside leftAside;
    private final JdbcClient jdbc;
    private final Clock clock;

    AskResidents(Events events, SendQuestion send, LeftAside leftAside, JdbcClient jdbc, Clock clock) {
        this.events = events;
        this.send = send;
        this.leftAside = leftAside;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void ask(long eventId) {
        DisasterEvent event = events.lock(eventId);
        if (!event.isOpen()) {
            return;
        }
        List<Asked.Person> added = add(event);
        if (event.mode() != Mode.TEST) {
            // on paper already: whoever cannot be asked otherwise is not left out
            for (int from = 0; from < added.size(); from += AT_ONCE) {
                leftAside.attemptAll(added.subList(from, Math.min(added.size(), from + AT_ONCE)), person -> person.leftAside("first"), people -> send.first(event, people));
            }
        }
    }

    /** Numbers go by area, then by ring and name, so that the sheet of one area counts through. */
    private List<Asked.Person> add(DisasterEvent event) {
        return jdbc.sql(InAreas.FOUND + """
                insert into safety.asked (event_id, number, ring, resident_id, person, area, way, asked_at)
                select :event, (select coalesce(max(x.number), 0) from safety.asked x where x.event_id = :event)
                    + row_number() over (order by a.area, a.ring, a.kana, a.person), a.ring, a.resident_id, a.person, a.area, :way, :at
                from found a where a.area = any(:areas) and not exists (select from safety.asked x where x.event_id = :event and x.person = a.person)
                    and""" + Asked.NOT_PROTECTED + " order by a.ring returning *").param("event", event.id())
                .param("way", event.mode() == Mode.TEST ? "NONE" : "PAPER").param("at", Timestamp.from(clock.instant()))
                .param("areas", event.areas().toArray(String[]::new)).query((rs, n) -> Asked.person(rs)).list();
    }
}
