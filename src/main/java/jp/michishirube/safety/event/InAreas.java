package jp.michishirube.safety.event;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom an event of some 町 would ask, in numbers: nobody is named, and who is protected (支援措置) is in no number. */
@Component
public class InAreas {

    /** The two rings: those with a plan in force, then everyone else on the roster (災害対策基本法49条の11). */
    static final String FOUND = """
            with planned as (
                    select r.id, r.city_number, r.area, r.kana from casefile.resident r where exists (
                        select from casefile.casefile c where c.resident_id = r.id and c.state in ('IN_FORCE', 'IN_FORCE_UNSHARED'))),
                found as (
                    select 1 as ring, p.id as resident_id, coalesce(p.city_number, '#' || p.id) as person, p.area, p.kana from planned p
                    union all
                    select 2, r.id, e.city_number, coalesce(e.area, ''), coalesce(e.kana, '') from roster.entry e
                    left join casefile.resident r on r.city_number = e.city_number
                    where e.status = 'LISTED' and not exists (select from planned p where p.city_number = e.city_number))
            """;

    private final JdbcClient jdbc;

    InAreas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param planned  with a plan in force
     * @param unshared of those, whose plan nobody was given (IN_FORCE_UNSHARED)
     * @param alone    of those, without any supporter who can be told
     * @param roster   on the roster alone
     */
    public record Count(String area, long planned, long unshared, long alone, long roster) {

        public long all() {
            return planned + roster;
        }
    }

    /** One for each of these 町 that has somebody, in their order. */
    public List<Count> counts(Collection<String> areas) {
        return jdbc.sql(FOUND + """
                select a.area, count(*) filter (where a.ring = 1) as planned,
                    count(*) filter (where a.ring = 1 and not exists (select from casefile.casefile c where c.resident_id = a.resident_id and c.state = 'IN_FORCE')) as unshared,
                    count(*) filter (where a.ring = 1 and not exists (select from sharing.supporter_contact s where s.resident_id = a.resident_id)) as alone,
                    count(*) filter (where a.ring = 2) as roster
                from found a where a.area = any(:areas) and""" + Asked.NOT_PROTECTED + " group by a.area order by a.area").param("areas", areas.toArray(String[]::new))
                .query((rs, n) -> new Count(rs.getString("area"), rs.getLong("planned"), rs.getLong("unshared"), rs.getLong("alone"), rs.getLong("roster"))).list();
    }
}
