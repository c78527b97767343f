package jp.michishirube.consent.rule;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads all facts of one question in one statement, by primary keys: every page and delivery pays for it. */
@Component
public class StandingFacts {

    private static final String SELECT = """
            select s.record_id, s.state, s.since, s.valid_until, s.recipients, s.items, s.notice_id, s.notice_version,
              (select coalesce((select c.office from casefile.casefile c where c.resident_id = r.id order by c.id desc limit 1), '')
               from casefile.protection p where p.resident_id = r.id and p.ended_at is null) as guarded_by,
            """;
    private static final String DISASTER = """
            (select d.id from consent.disaster d
              where d.confirmed_at <= ? and d.starts_at <= ? and least(d.ends_at, coalesce(d.ended_at, d.ends_at)) > ?
                and (d.areas = '{}' or r.area = any(d.areas))
                and (d.areas = '{}' or ?::text is null or ? = any(d.areas))
              order by d.id limit 1) as disaster,
            """;
    private static final String SUPPORTERS = """
            (select array_agg(a.supporter_key || ':' || a.answer) from consent.supporter a
              where a.resident_id = r.id and a.supporter_key = any(?)) as supporters
            """;
    private static final String FROM = """
            from casefile.resident r left join consent.standing s on s.resident_id = r.id and s.purpose = ?
            where r.id = ?
            """;
    private static final String NO_DISASTER = "null::bigint as disaster,\n";
    private static final String NO_SUPPORTERS = "null::text[] as supporters\n";

    private final JdbcTemplate jdbc;

    public StandingFacts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @return empty when there is no such resident */
    Optional<Facts> of(long residentId, Question q) {
        Set<String> keys = supporterKeys(q);
        boolean emergency = q.purpose().gives() && q.party().kind().isSupportingParty();
        String sql = SELECT + (emergency ? DISASTER : NO_DISASTER) + (keys.isEmpty() ? NO_SUPPORTERS : SUPPORTERS) + FROM;
        return jdbc.query(sql, statement -> {
            int i = 0;
            if (emergency) {
                Timestamp now = Timestamp.from(q.now());
                statement.setTimestamp(++i, now);
                statement.setTimestamp(++i, now);
                statement.setTimestamp(++i, now);
                statement.setString(++i, q.party().area());
                statement.setString(++i, q.party().area());
            }
            if (!keys.isEmpty()) {
                statement.setArray(++i, statement.getConnection().createArrayOf("text", keys.toArray()));
            }
            statement.setString(++i, q.purpose().name());
            statement.setLong(++i, residentId);
        }, rs -> rs.next() ? Optional.of(facts(rs)) : Optional.empty());
    }

    private static Set<String> supporterKeys(Question q) {
        Set<String> keys = new TreeSet<>();
        q.fields().forEach(f -> Items.supporterKey(f).ifPresent(keys::add));
        if (q.party().kind() == Party.Kind.SUPPORTER) {
            keys.add(q.party().key());
        }
        return keys;
    }

    private static Facts facts(ResultSet rs) throws SQLException {
        return new Facts(standing(rs), supporters(rs.getArray("supporters")), rs.getObject("disaster", Long.class), rs.getString("guarded_by"));
    }

    /** @return null when the row has no decision */
    static Standing standing(ResultSet rs) throws SQLException {
        Long record = rs.getObject("record_id", Long.class);
        return record == null ? null : new Standing(record, EventType.valueOf(rs.getString("state")), instant(rs, "since"),
                instant(rs, "valid_until"),
                texts(rs.getArray("recipients")).stream().map(Party.Kind::valueOf).collect(Collectors.toSet()),
                texts(rs.getArray("items")), NoticeRef.orNull(rs.getString("notice_id"), rs.getInt("notice_version"), null));
    }

    private static Map<String, SupporterAnswer> supporters(Array array) throws SQLException {
        Map<String, SupporterAnswer> answers = new HashMap<>();
        if (array != null) {
            for (String line : (String[]) array.getArray()) {
                int colon = line.lastIndexOf(':');
                answers.put(line.substring(0, colon), SupporterAnswer.valueOf(line.substring(colon + 1)));
            }
        }
        return answers;
    }

    public static Set<String> texts(Array array) throws SQLException {
        return array == null ? Set.of() : Arrays.stream((String[]) array.getArray()).collect(Collectors.toSet());
    }

    public static Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp at = rs.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
