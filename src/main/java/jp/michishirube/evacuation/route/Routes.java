package jp.michishirube.evacuation.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.road.Way;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The saved ways of the cases. */
@Repository
public class Routes {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Routes(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The newest version for that kind of disaster. */
    public Optional<SavedRoute> latest(CaseId caseId, HazardKind hazard) {
        return jdbc.sql("select content from evacuation.route where case_id = ? and hazard = ? order by version desc limit 1")
                .params(caseId.value(), hazard.name()).query((rs, n) -> read(rs.getString(1))).optional();
    }

    /** The newest version per kind of disaster, in the law's order of kinds. */
    public List<SavedRoute> of(CaseId caseId) {
        return jdbc.sql("select distinct on (hazard) content from evacuation.route where case_id = ? order by hazard, version desc")
                .param(caseId.value()).query((rs, n) -> read(rs.getString(1))).list().stream()
                .sorted(java.util.Comparator.comparing(SavedRoute::hazard)).toList();
    }

    int latestVersion(CaseId caseId, HazardKind hazard) {
        return jdbc.sql("select coalesce(max(version), 0) from evacuation.route where case_id = ? and hazard = ?")
                .params(caseId.value(), hazard.name()).query(Integer.class).single();
    }

    void add(CaseId caseId, SavedRoute route) {
        Envelope box = new Envelope();
        route.way().line().forEach(p -> box.expandToInclude(new Coordinate(p.lon(), p.lat())));
        jdbc.sql("""
                insert into evacuation.route (case_id, hazard, version, place_id, content, min_lat, max_lat, min_lon, max_lon, made_at, made_by, checked)
                values (:case, :hazard, :version, :place, :content::jsonb, :south, :north, :west, :east, :at, :by, :checked)
                """)
                .param("case", caseId.value()).param("hazard", route.hazard().name()).param("version", route.version())
                .param("place", route.placeId()).param("content", write(route)).param("south", box.getMinY()).param("north", box.getMaxY())
                .param("west", box.getMinX()).param("east", box.getMaxX()).param("at", Timestamp.from(route.madeAt()))
                .param("by", route.madeBy()).param("checked", keys(route.way().crossings())).update();
    }

    /** The id of a current route. Its content is read by {@link #current}, for each by itself: one that cannot be read hides no other. */
    record Touched(long id, CaseId caseId) {}

    /** @param checked keys of the dangers that its office was told of or saw when saving */
    record Current(SavedRoute route, String checked) {}

    /** The newest route per case and kind that lies in the box or leads to the place, of running cases and plans in force. */
    List<Touched> touching(Envelope box, Long placeId) {
        return jdbc.sql("""
                select r.id, r.case_id from evacuation.route r join casefile.casefile c on c.id = r.case_id
                where c.state in ('OPEN', 'IN_FORCE', 'IN_FORCE_UNSHARED')
                  and r.version = (select max(n.version) from evacuation.route n where n.case_id = r.case_id and n.hazard = r.hazard)
                  and (r.place_id = :place or r.max_lat >= :south and r.min_lat <= :north and r.max_lon >= :west and r.min_lon <= :east)
                order by r.case_id
                """)
                .param("place", placeId).param("south", box.getMinY()).param("north", box.getMaxY()).param("west", box.getMinX())
                .param("east", box.getMaxX())
                .query((rs, n) -> new Touched(rs.getLong(1), new CaseId(rs.getLong(2)))).list();
    }

    Current current(long id) {
        return jdbc.sql("select content, checked from evacuation.route where id = ?").param(id)
                .query((rs, n) -> new Current(read(rs.getString(1)), rs.getString(2))).single();
    }

    void checked(long id, String keys) {
        jdbc.sql("update evacuation.route set checked = ? where id = ?").params(keys, id).update();
    }

    static String keys(List<Way.Crossing> crossings) {
        return crossings.stream().map(Way.Crossing::key).collect(java.util.stream.Collectors.joining(" "));
    }

    private String write(SavedRoute route) {
        try {
            return json.writeValueAsString(route);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private SavedRoute read(String content) {
        try {
            return json.readValue(content, SavedRoute.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
