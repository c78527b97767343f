package jp.michishirube.roster.assign;

import java.util.List;
import java.util.Map;
import jp.michishirube.organization.OfficeNames;
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

        private Line named(String name) {
            return new Line(key, name, people, inForce, running, ended);
        }

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
    private final OfficeNames offices;

    RosterProgress(JdbcClient jdbc, OfficeNames offices) {
        this.jdbc = jdbc;
        this.offices = offices;
    }

    Line all() {
        return jdbc.sql("select '' as key, '' as name, " + COUNTS + " where e.status = 'LISTED' and e.eligible").query(Line.class).single();
    }

    long listed() {
        return jdbc.sql("select count(*) from roster.entry where status = 'LISTED'").query(Long.class).single();
    }

    List<Line> byOffice() {
        Map<String, String> names = offices.all();
        return jdbc.sql("select coalesce(c.office, '') as key, '' as name, " + COUNTS
                + " where e.status = 'LISTED' and e.eligible group by 1 order by 1").query(Line.class).list().stream()
                .map(l -> l.named(names.getOrDefault(l.key(), l.key()))).toList();
    }

    List<Line> byArea() {
        return jdbc.sql("select coalesce(e.area, '') as key, coalesce(e.area, '') as name, " + COUNTS
                + " where e.status = 'LISTED' and e.eligible group by 1 order by count(*) desc, 1 limit 200").query(Line.class).list();
    }
}
