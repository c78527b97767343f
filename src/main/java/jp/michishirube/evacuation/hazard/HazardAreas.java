package jp.michishirube.evacuation.hazard;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The hazard areas in force, asked by a box: memory holds only what a page or a route needs. */
@Repository
public class HazardAreas {

    private final JdbcClient jdbc;

    HazardAreas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param hazards none for all kinds */
    public List<HazardArea> within(Envelope box, Collection<HazardKind> hazards) {
        return jdbc.sql("""
                select a.id, a.hazard, a.measure, a.level, a.label, l.name, l.source, a.geometry from evacuation.hazard_area a
                join evacuation.hazard_layer l on l.id = a.layer_id and l.replaced_at is null
                where a.max_lat >= :south and a.min_lat <= :north and a.max_lon >= :west and a.min_lon <= :east
                  and (:any or a.hazard in (:hazards)) order by a.level, a.id
                """)
                .param("south", box.getMinY()).param("north", box.getMaxY()).param("west", box.getMinX()).param("east", box.getMaxX())
                .param("any", hazards.isEmpty()).param("hazards", hazards.isEmpty() ? List.of("") : hazards.stream().map(Enum::name).toList())
                .query((rs, n) -> new HazardArea(rs.getLong("id"), HazardKind.valueOf(rs.getString("hazard")),
                        Measure.valueOf(rs.getString("measure")), rs.getInt("level"), rs.getString("label"), rs.getString("name"),
                        rs.getString("source"), polygon(rs.getBytes("geometry")))).list();
    }

    /** Kinds with a map, none of whose maps left an area aside. */
    Set<HazardKind> wholeMaps() {
        return Set.copyOf(jdbc.sql("""
                select a.hazard from evacuation.hazard_area a join evacuation.hazard_layer l on l.id = a.layer_id and l.replaced_at is null
                group by a.hazard having bool_and(l.refused = '[]' and l.refused_more = 0)
                """).query(String.class).list().stream().map(HazardKind::valueOf).toList());
    }

    boolean any() {
        return jdbc.sql("select exists (select 1 from evacuation.hazard_layer where replaced_at is null)").query(Boolean.class).single();
    }

    private static Polygon polygon(byte[] wkb) {
        try {
            return (Polygon) new WKBReader().read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
