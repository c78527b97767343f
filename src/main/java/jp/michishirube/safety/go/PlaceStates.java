package jp.michishirube.safety.go;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import jp.michishirube.evacuation.flight.FindPlaces;
import jp.michishirube.organization.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which places are open in an event, full or closed, as the city's staff told last. What nobody told is not known. */
@Repository
class PlaceStates {

    private final JdbcClient jdbc;
    private final Clock clock;

    PlaceStates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<Long, FindPlaces.State> of(long eventId) {
        Map<Long, FindPlaces.State> states = new HashMap<>();
        jdbc.sql("select distinct on (place_id) place_id, state from safety.place_state where event_id = ? order by place_id, id desc").param(eventId).query(rs -> {
            if (!rs.getString(2).equals("UNKNOWN")) {
                states.put(rs.getLong(1), FindPlaces.State.valueOf(rs.getString(2)));
            }
        });
        return states;
    }

    /** @param state null for not known any more */
    void tell(long eventId, long placeId, FindPlaces.State state, Person by) {
        jdbc.sql("insert into safety.place_state (event_id, place_id, state, at, by_id, by_name) values (?, ?, ?, ?, ?, ?)")
                .params(eventId, placeId, state == null ? "UNKNOWN" : state.name(), Timestamp.from(clock.instant()), by.id(), by.name()).update();
    }
}
