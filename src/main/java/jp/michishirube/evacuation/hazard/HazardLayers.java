package jp.michishirube.evacuation.hazard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The hazard maps that are loaded. */
@Repository
public class HazardLayers {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    HazardLayers(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Layer(long id, HazardKind hazard, String name, String source, Instant loadedAt, String loadedBy, int areas, List<HazardFile.Refused> refused) {}

    public List<Layer> inForce() {
        return jdbc.sql("""
                select l.*, (select count(*) from evacuation.hazard_area a where a.layer_id = l.id) as areas
                from evacuation.hazard_layer l where l.replaced_at is null order by l.name
                """).query((rs, n) -> new Layer(rs.getLong("id"), HazardKind.valueOf(rs.getString("hazard")), rs.getString("name"),
                rs.getString("source"), rs.getTimestamp("loaded_at").toInstant(), rs.getString("loaded_by"), rs.getInt("areas"),
                refused(rs.getString("refused")))).list();
    }

    private List<HazardFile.Refused> refused(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
