package jp.michishirube.roster.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import jp.michishirube.roster.entry.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what confirming will do, by the very conditions by which it is done. */
@Component
class Outcomes {

    private static final String COUNT = """
            select count(*) filter (where acts and starts) as starts, count(*) filter (where acts and is_new and not starts) as without_case,
                count(*) filter (where acts and not is_new and not leaves and not starts) as changes,
                count(*) filter (where acts and leaves) as leaves, count(*) filter (where acts and leaves and open) as ends,
                count(*) filter (where verdict = 'GONE') as gone, count(*) filter (where verdict = 'GONE' and open) as gone_ends,
                count(*) filter (where verdict = 'WRONG' and city_number is null and name = '') as nameless
            from (select x.*, eligible and not leaves and (is_new or case_id is null or status <> 'LISTED') as starts
                from (select r.verdict, r.city_number, r.eligible, coalesce(r.data ->> 'name', '') as name, e.status, e.case_id, c.state = 'OPEN' as open,
                        r.verdict in ('NEW', 'CHANGED', 'LEFT') or r.verdict in ('DOUBT', 'ASKED') and r.decision is not null as acts,
                        r.verdict = 'NEW' or r.verdict = 'DOUBT' and r.decision = 'OTHER' as is_new,
                        r.verdict = 'LEFT' or r.verdict = 'DOUBT' and r.decision = 'SAME' and coalesce(r.data ->> 'left', '') <> '' as leaves
                    from roster.intake_row r left join roster.entry e on e.id = r.entry left join casefile.casefile c on c.id = e.case_id
                    where r.intake = ?) x) y
            """;

    private final JdbcClient jdbc;

    Outcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Within the caller's transaction, whenever a verdict or a decision has changed. */
    void count(long intake) {
        Outcome outcome = jdbc.sql(COUNT).param(intake).query((rs, n) -> new Outcome(rs.getLong("starts"), rs.getLong("without_case"), rs.getLong("changes"),
                rs.getLong("leaves"), rs.getLong("ends"), rs.getLong("gone"), rs.getLong("gone_ends"), rs.getLong("nameless"))).single();
        jdbc.sql("update roster.intake set outcome = ?::jsonb where id = ?").params(Json.write(outcome), intake).update();
    }

    /** Nothing for an import that was not checked yet. */
    Outcome of(long intake) {
        return jdbc.sql("select outcome::text from roster.intake where id = ?").param(intake).query((rs, n) -> rs.getString(1)).optional()
                .map(json -> Json.read(json, new TypeReference<Outcome>() {})).orElse(new Outcome(0, 0, 0, 0, 0, 0, 0, 0));
    }
}
