package jp.michishirube.evacuation.place;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What happened to a place, kept for good: a plan of three years ago pointed at what the place was then. */
@Repository
class PlaceHistory {

    private final JdbcTemplate jdbc;

    PlaceHistory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void record(long importId, Instant at, PlaceDifference difference, boolean retired) {
        List<Object[]> rows = new ArrayList<>();
        difference.changed().forEach(c -> rows.add(row(c.after().id(), importId, at, c.what().contains("returned") ? "RETURNED" : "CHANGED", null)));
        difference.lost().forEach(l -> rows.add(row(l.place().id(), importId, at, "DESIGNATION_LOST", l.hazard().name())));
        if (retired) {
            difference.vanished().forEach(p -> rows.add(row(p.id(), importId, at, "VANISHED", null)));
        }
        jdbc.batchUpdate("insert into evacuation.place_history (place_id, import_id, at, what, hazard) values (?, ?, ?, ?, ?)", rows);
        jdbc.update("""
                insert into evacuation.place_history (place_id, import_id, at, what)
                select p.id, ?, ?, 'ADDED' from evacuation.place p
                where not exists (select 1 from evacuation.place_history h where h.place_id = p.id and h.what = 'ADDED')
                """, importId, Timestamp.from(at));
    }

    private static Object[] row(long place, long importId, Instant at, String what, String hazard) {
        return new Object[] {place, importId, Timestamp.from(at), what, hazard};
    }
}
