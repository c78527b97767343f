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

    /**
     * @param unknown  areas whose class could not be read
     * @param outside  areas of the file that lie in other municipalities
     * @param readAnew the map was read by an older version, which took unknown classes for the mildest: it is to be loaded again
     */
    record Layer(long id, HazardKind hazard, String name, String source, Instant loadedAt, String loadedBy, int areas, int unknown,
                 List<HazardFile.Refused> refused, int refusedMore, int outside, boolean readAnew) {}

    public List<Layer> inForce() {
        return jdbc.sql("""
                select l.*, (select count(*) from evacuation.hazard_area a where a.layer_id = l.id) as areas,
                    (select count(*) from evacuation.hazard_area a where a.layer_id = l.id and a.level = 0) as unknown
                from evacuation.hazard_layer l where l.replaced_at is null order by l.name
                """).query((rs, n) -> new Layer(rs.getLong("id"), HazardKind.valueOf(rs.getString("hazard")), rs.getString("name"),
                rs.getString("source"), rs.getTimestamp("loaded_at").toInstant(), rs.getString("loaded_by"), rs.getInt("areas"),
                rs.getInt("unknown"), refused(rs.getString("refused")), rs.getInt("refused_more"), rs.getInt("outside"),
                rs.getInt("reader") < HazardFile.READER)).list();
    }

    private List<HazardFile.Refused> refused(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
