package jp.michishirube.evacuation.danger;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.michishirube.evacuation.hazard.DangerKind;
import jp.michishirube.evacuation.hazard.Position;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The danger spots of the municipality with their history. */
@Repository
public class DangerSpots {

    private final JdbcClient jdbc;
    private final Clock clock;

    DangerSpots(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Event(Instant at, String byName, String what, String note) {}

    /** Spots that count today, in the box. */
    public List<DangerSpot> counting(Envelope box) {
        return jdbc.sql("""
                select * from evacuation.danger_spot where state = 'SHOWN' and from_date <= :today and until_date >= :today
                  and lat between :south and :north and lon between :west and :east order by id
                """)
                .param("today", Date.valueOf(LocalDate.now(clock))).param("south", box.getMinY()).param("north", box.getMaxY())
                .param("west", box.getMinX()).param("east", box.getMaxX()).query((rs, n) -> spot(rs)).list();
    }

    /** @param past those expired or withdrawn instead of those that count or wait */
    public List<DangerSpot> all(boolean past) {
        return jdbc.sql("""
                select * from evacuation.danger_spot where (state = 'WITHDRAWN' or until_date < :today) = :past
                order by case state when 'WAITING' then 0 else 1 end, id desc limit 500
                """).param("today", Date.valueOf(LocalDate.now(clock))).param("past", past).query((rs, n) -> spot(rs)).list();
    }

    public Optional<DangerSpot> find(long id, boolean lock) {
        return jdbc.sql("select * from evacuation.danger_spot where id = ?" + (lock ? " for update" : "")).param(id)
                .query((rs, n) -> spot(rs)).optional();
    }

    DangerSpot add(DangerSpot spot, byte[] jpeg) {
        Long photo = jpeg == null ? null
                : jdbc.sql("insert into evacuation.danger_photo (jpeg) values (?) returning id").param(jpeg).query(Long.class).single();
        long id = jdbc.sql("""
                insert into evacuation.danger_spot (kind, lat, lon, radius, note, photo_id, from_date, until_date, state, posted_at, posted_by, poster)
                values (:kind, :lat, :lon, :radius, :note, :photo, :from, :until, :state, :at, :by, :poster) returning id
                """)
                .param("kind", spot.kind().name()).param("lat", spot.position().lat()).param("lon", spot.position().lon())
                .param("radius", spot.radius()).param("note", spot.note()).param("photo", photo).param("from", Date.valueOf(spot.fromDate()))
                .param("until", Date.valueOf(spot.untilDate())).param("state", spot.state().name())
                .param("at", Timestamp.from(spot.postedAt())).param("by", spot.postedBy()).param("poster", spot.poster())
                .query(Long.class).single();
        return find(id, false).orElseThrow();
    }

    public void state(long id, DangerSpot.State state) {
        jdbc.sql("update evacuation.danger_spot set state = ? where id = ?").params(state.name(), id).update();
    }

    public void until(long id, LocalDate until) {
        jdbc.sql("update evacuation.danger_spot set until_date = ? where id = ?").params(Date.valueOf(until), id).update();
    }

    void happened(long id, Instant at, String byName, String what, String note) {
        jdbc.sql("insert into evacuation.danger_spot_event (spot_id, at, by_name, what, note) values (?, ?, ?, ?, ?)")
                .params(id, Timestamp.from(at), byName, what, note).update();
    }

    public List<Event> history(long id) {
        return jdbc.sql("select at, by_name, what, note from evacuation.danger_spot_event where spot_id = ? order by id").param(id)
                .query(Event.class).list();
    }

    Optional<byte[]> photo(long spotId) {
        return jdbc.sql("select p.jpeg from evacuation.danger_photo p join evacuation.danger_spot s on s.photo_id = p.id where s.id = ?")
                .param(spotId).query((rs, n) -> rs.getBytes(1)).optional();
    }

    private static DangerSpot spot(ResultSet rs) throws SQLException {
        return new DangerSpot(rs.getLong("id"), DangerKind.valueOf(rs.getString("kind")), new Position(rs.getDouble("lat"), rs.getDouble("lon")),
                rs.getInt("radius"), rs.getString("note"), rs.getObject("photo_id", Long.class), rs.getDate("from_date").toLocalDate(),
                rs.getDate("until_date").toLocalDate(), DangerSpot.State.valueOf(rs.getString("state")),
                rs.getTimestamp("posted_at").toInstant(), rs.getString("posted_by"), rs.getString("poster"));
    }
}
