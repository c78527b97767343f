package jp.michishirube.roster.assign;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the plans are, for the people now on the roster. */
@Repository
class RosterProgress {

    /**
     * @param key      office code or area; empty for "none"
     * @param people   on the roster and eligible for a plan
     * @param inForce  with a plan in force
     * @param running  whose case runs
     * @param ended    whose case ended without a plan
     */
    record Line(String key, String name, long people, long inForce, long running, long ended) {

        /** Whole percent of people with a plan. */
        public long rate() {
            return people == 0 ? 0 : inForce * 100 / people;
        }
    }

    private static final String COUNTS = """
            count(*) people, count(*) filter (where c.state in ('IN_FORCE', 'IN_FORCE_UNSHARED')) in_force,
            count(*) filter (where c.state = 'OPEN') running,
            count(*) filter (where c.state not in ('OPEN', 'IN_FORCE', 'IN_FORCE_UNSHARED')) ended
            from roster.entry e left join casefile.casefile c on c.id = e.case_id
            """;

    private final JdbcClient jdbc;

    RosterProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Line all() {
        return jdbc.sql("select '' as key, '' as name, " + COUNTS + " where e.status = 'LISTED' and e.eligible").query(Line.class).single();
    }

    long listed() {
        return jdbc.sql("select count(*) from roster.entry where status = 'LISTED'").query(Long.class).single();
    }

    List<Line> byOffice() {
        return jdbc.sql("select coalesce(c.office, '') as key, coalesce(max(o.name), '') as name, " + COUNTS
                + " left join organization.office o on o.code = c.office where e.status = 'LISTED' and e.eligible group by 1 order by 1")
                .query(Line.class).list();
    }

    List<Line> byArea() {
        return jdbc.sql("select coalesce(e.area, '') as key, coalesce(e.area, '') as name, " + COUNTS
                + " where e.status = 'LISTED' and e.eligible group by 1 order by count(*) desc, 1 limit 200").query(Line.class).list();
    }
}
