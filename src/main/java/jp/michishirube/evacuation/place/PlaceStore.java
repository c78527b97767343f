package jp.michishirube.evacuation.place;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.Position;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code evacuation.place}. */
@Repository
public class PlaceStore {

    private static final TypeReference<Map<HazardKind, Suitability>> DESIGNATIONS = new TypeReference<>() {};
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final ObjectMapper json;

    PlaceStore(JdbcClient jdbc, JdbcTemplate batch, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.json = json;
    }

    List<Place> all(boolean shelters) {
        return jdbc.sql("select * from evacuation.place where shelter = ? order by id").param(shelters).query((rs, n) -> place(rs)).list();
    }

    void insert(List<Place> places) {
        batch.batchUpdate("""
                insert into evacuation.place (kind, key, common_id, name, kana, address, lat, lon, elevation, capacity, accepts, areas, phone,
                    note, also_shelter, designations) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                """, places, 500, (ps, p) -> values(ps, p));
    }

    void update(List<Place> places) {
        batch.batchUpdate("""
                update evacuation.place set kind = ?, key = ?, common_id = ?, name = ?, kana = ?, address = ?, lat = ?, lon = ?, elevation = ?,
                    capacity = ?, accepts = ?, areas = ?, phone = ?, note = ?, also_shelter = ?, designations = ?::jsonb, vanished_at = null
                where id = ?
                """, places, 500, (ps, p) -> {
            values(ps, p);
            ps.setLong(17, p.id());
        });
    }

    public void vanish(List<Place> places, Instant at) {
        batch.batchUpdate("update evacuation.place set vanished_at = ? where id = ?", places, 500, (ps, p) -> {
            ps.setTimestamp(1, Timestamp.from(at));
            ps.setLong(2, p.id());
        });
    }

    private void values(java.sql.PreparedStatement ps, Place p) throws SQLException {
        Object[] values = {p.kind().name(), p.key(), p.commonId(), p.name(), p.kana(), p.address(),
            p.position() == null ? null : p.position().lat(), p.position() == null ? null : p.position().lon(), p.elevation(),
            p.capacity(), p.accepts(), p.areas(), p.phone(), p.note(), p.alsoShelter(), write(p.designations())};
        int[] types = {12, 12, 12, 12, 12, 12, 8, 8, 8, 4, 12, 12, 12, 12, 16, 12};
        for (int i = 0; i < values.length; i++) {
            ps.setObject(i + 1, values[i], types[i]);
        }
    }

    Place place(ResultSet rs) throws SQLException {
        Double lat = rs.getObject("lat", Double.class);
        Timestamp vanished = rs.getTimestamp("vanished_at");
        return new Place(rs.getLong("id"), PlaceKind.valueOf(rs.getString("kind")), rs.getString("key"), rs.getString("common_id"),
                rs.getString("name"), rs.getString("kana"), rs.getString("address"),
                lat == null ? null : new Position(lat, rs.getDouble("lon")), rs.getObject("elevation", Double.class),
                rs.getObject("capacity", Integer.class), rs.getString("accepts"), rs.getString("areas"), rs.getString("phone"),
                rs.getString("note"), rs.getBoolean("also_shelter"), read(rs.getString("designations")),
                vanished == null ? null : vanished.toInstant());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<HazardKind, Suitability> read(String value) {
        try {
            return json.readValue(value, DESIGNATIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
