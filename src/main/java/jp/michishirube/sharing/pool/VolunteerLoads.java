package jp.michishirube.sharing.pool;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.michishirube.consent.rule.SupporterKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many residents somebody helps, or is asked to help, in plans that live: whoever asked them, and however the answer came. */
@Repository
public class VolunteerLoads {

    private final JdbcClient jdbc;

    VolunteerLoads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return by id; without those who help nobody */
    Map<Long, Integer> of(Collection<Volunteer> volunteers) {
        Map<String, Volunteer> byKey = volunteers.stream().collect(Collectors.toMap(VolunteerLoads::key, Function.identity(), (a, b) -> a));
        Map<Long, Integer> loads = new HashMap<>();
        jdbc.sql("""
                select s.supporter_key, count(*) from consent.supporter s where s.supporter_key = any (?) and s.answer in ('AGREED', 'ASKED')
                    and exists (select 1 from casefile.casefile c where c.resident_id = s.resident_id and c.state in ('OPEN', 'IN_FORCE', 'IN_FORCE_UNSHARED'))
                group by s.supporter_key
                """).param(byKey.keySet().toArray(String[]::new)).query(rs -> { loads.put(byKey.get(rs.getString(1)).id(), rs.getInt(2)); });
        return loads;
    }

    public int of(Volunteer volunteer) {
        return of(java.util.List.of(volunteer)).getOrDefault(volunteer.id(), 0);
    }

    /** By what consent knows them as a supporter. */
    public static String key(Volunteer volunteer) {
        return SupporterKey.of(volunteer.name(), volunteer.phone() == null ? "" : volunteer.phone());
    }
}
