package jp.michishirube.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.michishirube.casefile.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Notices {

    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return its id, or empty when it was told before */
    Optional<Long> add(String personId, NoticeKind kind, CaseNumber number, String once) {
        return jdbc.sql("""
                insert into notification.notice (person_id, kind, case_number, made_at, once_key)
                values (:person, :kind, :number, :at, :once) on conflict (person_id, once_key) do nothing returning id
                """)
                .param("person", personId).param("kind", kind.name()).param("number", number == null ? null : number.value())
                .param("at", Timestamp.from(clock.instant())).param("once", once).query(Long.class).optional();
    }

    /** Newest first, a page of 50. */
    List<Notice> of(String personId, boolean unreadOnly, int page) {
        return jdbc.sql("""
                select * from notification.notice where person_id = :person and (not :unread or read_at is null)
                order by id desc limit 51 offset :skip
                """)
                .param("person", personId).param("unread", unreadOnly).param("skip", 50L * page).query(Notices::notice).list();
    }

    Optional<Notice> find(String personId, long id) {
        return jdbc.sql("select * from notification.notice where person_id = ? and id = ?").param(personId).param(id)
                .query(Notices::notice).optional();
    }

    int unread(String personId) {
        return jdbc.sql("select count(*) from notification.notice where person_id = ? and read_at is null").param(personId)
                .query(Integer.class).single();
    }

    void read(String personId, long id) {
        jdbc.sql("update notification.notice set read_at = ? where person_id = ? and id = ? and read_at is null")
                .params(now(), personId, id).update();
    }

    /** Everybody's of these kinds about the case. */
    void readOf(CaseNumber number, Collection<NoticeKind> kinds) {
        if (!kinds.isEmpty()) {
            jdbc.sql("update notification.notice set read_at = :at where case_number = :number and kind in (:kinds) and read_at is null")
                    .param("at", now()).param("number", number.value()).param("kinds", kinds.stream().map(Enum::name).toList()).update();
        }
    }

    void readAll(String personId, long upTo) {
        jdbc.sql("update notification.notice set read_at = ? where person_id = ? and id <= ? and read_at is null")
                .params(now(), personId, upTo).update();
    }

    /** What was made in that span and wished daily, counted by kind, for each person; without kinds that only another version knows. */
    Map<String, Map<NoticeKind, Integer>> daily(Instant after, Instant until) {
        Map<String, Map<NoticeKind, Integer>> counts = new TreeMap<>();
        jdbc.sql("""
                select n.person_id, n.kind, count(*) as n, max(p.mail) as wish from notification.notice n
                left join notification.preference p on p.person_id = n.person_id and p.kind = n.kind
                where n.made_at > ? and n.made_at <= ? and n.read_at is null group by n.person_id, n.kind
                """).params(Timestamp.from(after), Timestamp.from(until))
                .query((rs, i) -> {
                    String wish = rs.getString("wish");
                    Optional<NoticeKind> kind = NoticeKind.named(rs.getString("kind"));
                    if (kind.isPresent() && (wish == null ? kind.get().usual() : MailWish.valueOf(wish)) == MailWish.DAILY) {
                        counts.computeIfAbsent(rs.getString("person_id"), id -> new TreeMap<>()).put(kind.get(), rs.getInt("n"));
                    }
                    return kind;
                }).list();
        return counts;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Notice notice(ResultSet rs, int n) throws SQLException {
        Timestamp read = rs.getTimestamp("read_at");
        return new Notice(rs.getLong("id"), NoticeKind.named(rs.getString("kind")).orElse(null), rs.getString("case_number"),
                rs.getTimestamp("made_at").toInstant(), read == null ? null : read.toInstant());
    }
}
