package jp.michishirube.sharing.pool;

import java.util.Collection;
import java.util.List;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many residents somebody helps, or is asked to help, in plans that live: whoever asked them, and however the answer came. */
@Component
public class VolunteerLoads {

    private final SupporterAgreements agreements;
    private final JdbcClient jdbc;

    VolunteerLoads(SupporterAgreements agreements, JdbcClient jdbc) {
        this.agreements = agreements;
        this.jdbc = jdbc;
    }

    /** Under each key that they were asked under: the number may be another by now. @return by id; without those who help nobody */
    Map<Long, Integer> of(Collection<Volunteer> volunteers) {
        Map<Long, Set<String>> keys = new HashMap<>();
        volunteers.forEach(v -> keys.computeIfAbsent(v.id(), id -> new HashSet<>()).add(key(v)));
        jdbc.sql("select distinct volunteer_id, supporter_key from sharing.asking where volunteer_id = any(?)").param(keys.keySet().toArray(Long[]::new))
                .query(rs -> { keys.get(rs.getLong(1)).add(rs.getString(2)); });
        Map<String, Integer> loads = agreements.load(keys.values().stream().flatMap(Set::stream).distinct().toList());
        Map<Long, Integer> all = new HashMap<>();
        keys.forEach((id, own) -> all.put(id, own.stream().mapToInt(k -> loads.getOrDefault(k, 0)).sum()));
        all.values().removeIf(n -> n == 0);
        return all;
    }

    public int of(Volunteer volunteer) {
        return of(List.of(volunteer)).getOrDefault(volunteer.id(), 0);
    }

    /** By what consent knows them as a supporter. */
    public static String key(Volunteer volunteer) {
        return SupporterKey.of(volunteer.name(), volunteer.phone() == null ? "" : volunteer.phone());
    }
}
