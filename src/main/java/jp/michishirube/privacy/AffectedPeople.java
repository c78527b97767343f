package jp.michishirube.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.PeopleLists;
import jp.michishirube.casefile.PeopleLists.Shown;
import jp.michishirube.casefile.PeopleLists.Somebody;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose data somebody saw in a time, from the lines of reading: those whom a city has to report and to tell when data may have been lost
 * (個人情報の保護に関する法律68条). It says also how many of whom nobody knows, and since when there are lines.
 */
@Component
class AffectedPeople {

    /** Lists name people by their case, or by the roster's number where there is none yet. */
    private static final String SEEN = """
            with lines as (
                select at, person_id, name, case_id, null::text as number, false as leaves from privacy.access
                union all select at, person_id, name, unnest(cases), null, leaves from privacy.list_read
                union all select at, person_id, name, null, unnest(numbers), leaves from privacy.list_read
            ), seen as (select * from lines where at >= :from and at < :until and (:reader = '' or person_id = :reader))
            """;

    private final JdbcClient jdbc;
    private final PeopleLists people;

    AffectedPeople(JdbcClient jdbc, PeopleLists people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** @param reader whose readings; empty for everybody's */
    record Asked(Instant from, Instant until, String reader) {}

    /** @param id by which the log knows the reader, the provider's subject */
    record Reader(String id, String name) {}

    /**
     * @param number the city's number of the person
     * @param name   null for somebody who is on the roster only
     * @param times  lines of reading
     * @param left   also on paper or in a file
     */
    record Row(CaseId caseId, String caseNumber, String number, String name, long times, Instant first, Instant last, boolean left) {}

    /**
     * @param rows    that may be shown to who asks, the latest first
     * @param all     of how many; more than the rows where the list goes into a file, which names nobody who is protected
     * @param nobody  rows of files whose columns were not matched yet: of whom they are the log cannot say
     * @param since   the oldest line there is; null without any. Of what was before, nothing is known
     */
    record Found(List<Row> rows, int all, long nobody, Instant since) {}

    @Transactional
    Found find(Asked asked, boolean asFile) {
        Map<String, String> filter = new TreeMap<>(Map.of("from", asked.from().toString(), "until", asked.until().toString(), "reader", asked.reader()));
        int[] all = new int[1];
        List<Row> rows = people.show(asFile ? Shown.asFile("affected-file", filter) : Shown.onScreen("affected", filter), () -> {
            List<Row> found = rows(asked);
            all[0] = found.size();
            return found;
        }, r -> new Somebody(r.caseId(), r.number()));
        return new Found(rows, all[0], nobody(asked), since());
    }

    /** Whoever has a line in that time, by name. */
    List<Reader> readers(Asked asked) {
        return about(SEEN + "select person_id, max(name) as name from seen group by person_id order by max(name), person_id", new Asked(asked.from(), asked.until(), ""))
                .query((rs, n) -> new Reader(rs.getString("person_id"), rs.getString("name"))).list();
    }

    private List<Row> rows(Asked asked) {
        return about(SEEN + """
                select (select max(id) from casefile.casefile where resident_id = r.id) as case_id,
                    (select max(number) from casefile.casefile where resident_id = r.id) as case_number, coalesce(r.city_number, max(s.number)) as city_number, r.name,
                    count(*) as times, min(s.at) as first, max(s.at) as last, bool_or(s.leaves) as left
                from seen s
                left join casefile.casefile own on own.id = s.case_id
                left join casefile.resident known on s.case_id is null and known.city_number = s.number
                left join casefile.resident r on r.id = coalesce(own.resident_id, known.id)
                group by r.id, r.city_number, r.name, case when r.id is null then s.number end
                order by max(s.at) desc, 3
                """, asked).query((rs, n) -> row(rs)).list();
    }

    private static Row row(ResultSet rs) throws SQLException {
        Long caseId = rs.getObject("case_id", Long.class);
        return new Row(caseId == null ? null : new CaseId(caseId), rs.getString("case_number"), rs.getString("city_number"), rs.getString("name"),
                rs.getLong("times"), rs.getTimestamp("first").toInstant(), rs.getTimestamp("last").toInstant(), rs.getBoolean("left"));
    }

    private long nobody(Asked asked) {
        return about("""
                select coalesce(sum(greatest(0, people - cardinality(cases) - cardinality(numbers))), 0) from privacy.list_read
                where at >= :from and at < :until and (:reader = '' or person_id = :reader)
                """, asked).query(Long.class).single();
    }

    private Instant since() {
        return jdbc.sql("""
                select min(at) from ((select at from privacy.access order by id limit 1) union all (select at from privacy.list_read order by id limit 1)) oldest
                """).query((rs, n) -> rs.getTimestamp(1) == null ? null : rs.getTimestamp(1).toInstant()).single();
    }

    private JdbcClient.StatementSpec about(String query, Asked asked) {
        return jdbc.sql(query).param("from", Timestamp.from(asked.from())).param("until", Timestamp.from(asked.until())).param("reader", asked.reader());
    }
}
