package jp.michishirube.plan.draft;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;

/** How much of the plans was filled by linkage, summed: what offices and the city gain by it. Values that people edited do not count. */
@Repository
@NamedInterface("draft")
public class LinkedStatistics {

    /** @param office code; null for cases not assigned yet */
    @NamedInterface("draft")
    public record OfOffice(String office, int plans, int linked, int all) {}

    private final JdbcClient jdbc;

    LinkedStatistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One row per office that has begun a plan, by its code. */
    public List<OfOffice> byOffice() {
        return jdbc.sql("""
                select c.office, count(*) plans, coalesce(sum(d.linked_items), 0) linked, coalesce(sum(d.all_items), 0) items
                from plan.draft d join casefile.casefile c on c.id = d.case_id where d.all_items > 0
                group by c.office order by c.office
                """).query((rs, n) -> new OfOffice(rs.getString(1), rs.getInt(2), rs.getInt(3), rs.getInt(4))).list();
    }
}
