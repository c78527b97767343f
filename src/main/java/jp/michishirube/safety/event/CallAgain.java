package jp.michishirube.safety.event;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import jp.michishirube.sharing.telephone.CallResults.Result;
import jp.michishirube.sharing.telephone.CallResults.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what came of a call, and calls again where that may help: by its cause after 3, 15 or 30 minutes, three times at most in an event. */
@Component
public class CallAgain {

    private static final int MOST = 3;
    private static final Map<Result, Duration> GAPS = Map.of(Result.BUSY, Duration.ofMinutes(3), Result.NO_ANSWER, Duration.ofMinutes(15),
            Result.MACHINE, Duration.ofMinutes(15), Result.FAILED, Duration.ofMinutes(30));

    private final Events events;
    private final AskedAddresses addresses;
    private final SendQuestion send;
    private final JdbcClient jdbc;
    private final Clock clock;

    CallAgain(Events events, AskedAddresses addresses, SendQuestion send, JdbcClient jdbc, Clock clock) {
        this.events = events;
        this.addresses = addresses;
        this.send = send;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The same call told twice counts once. */
    @Transactional
    public void after(Asked.Person person, Told told) {
        Instant now = clock.instant();
        int first = jdbc.sql("insert into safety.call (asked_id, reference, result, at, received_at) values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(person.id(), told.reference(), told.result().name(), Timestamp.from(told.at()), Timestamp.from(now)).update();
        int calls = jdbc.sql("select count(*) from safety.call where asked_id = ?").param(person.id()).query(Integer.class).single();
        Duration gap = GAPS.get(told.result());
        if (first == 1 && gap != null && calls < MOST && addresses.isStillAsked(person.id())) {
            send.call(events.get(person.eventId()), person, calls, now.plus(gap));
        }
    }
}
