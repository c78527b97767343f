package jp.michishirube.safety.warning;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How reading the feed goes: when it answered, what was fetched already, and what came and was not read. */
@Repository
class FeedReadings {

    /** The feed of several days names nothing older. */
    private static final Duration FORGET = Duration.ofDays(14);
    /** What failed on our side is tried so often; what is no telegram once. */
    private static final int TRIES = 10;
    private static final String FAILED = "FAILED";

    private final JdbcClient jdbc;
    private final Clock clock;

    FeedReadings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param answered     null before the first time
     * @param failingSince null while it answers
     * @param why          kind of the failure; null while it answers
     */
    record Source(String feed, String modified, Instant tried, Instant answered, Instant failingSince, String why) {}

    Optional<Source> of(String feed) {
        return jdbc.sql("select * from safety.weather_source where feed = ?").param(feed).query((rs, n) -> new Source(rs.getString("feed"), rs.getString("modified"),
                instant(rs.getTimestamp("tried_at")), instant(rs.getTimestamp("answered_at")), instant(rs.getTimestamp("failing_since")), rs.getString("why"))).optional();
    }

    @Transactional
    public void answered(String feed, String modified) {
        jdbc.sql("""
                insert into safety.weather_source (feed, modified, tried_at, answered_at) values (:feed, :modified, :now, :now)
                on conflict (feed) do update set modified = excluded.modified, tried_at = :now, answered_at = :now, failing_since = null, why = null
                """).param("feed", feed).param("modified", modified).param("now", now()).update();
    }

    @Transactional
    public void failed(String feed, String why) {
        jdbc.sql("""
                insert into safety.weather_source (feed, tried_at, failing_since, why) values (:feed, :now, :now, :why)
                on conflict (feed) do update set tried_at = :now, failing_since = coalesce(safety.weather_source.failing_since, :now), why = :why
                """).param("feed", feed).param("why", why).param("now", now()).update();
    }

    /** @return those that need not be fetched again */
    Set<String> seen(Collection<String> hrefs) {
        return new HashSet<>(jdbc.sql("select href from safety.telegram_seen where href = any(?)").param(hrefs.toArray(String[]::new)).query(String.class).list());
    }

    @Transactional
    public void see(String href) {
        jdbc.sql("insert into safety.telegram_seen (href, seen_at) values (?, ?) on conflict (href) do nothing").params(href, now()).update();
        jdbc.sql("delete from safety.telegram_refused where where_from = ? and why = ?").params(href, FAILED).update();
    }

    @Transactional
    public void forget() {
        jdbc.sql("delete from safety.telegram_seen where seen_at < ?").param(Timestamp.from(clock.instant().minus(FORGET))).update();
    }

    /** @param why as {@link jp.michishirube.safety.telegram.TelegramRefused.Why} */
    @Transactional
    public void refused(String from, String why) {
        jdbc.sql("""
                insert into safety.telegram_refused (where_from, why, first_at, last_at) values (:from, :why, :now, :now)
                on conflict (where_from) do update set why = excluded.why, last_at = excluded.last_at, times = safety.telegram_refused.times + 1
                """).param("from", from).param("why", why).param("now", now()).update();
    }

    /** A failure of ours, such as a database that was away. */
    @Transactional
    public void broken(String href) {
        refused(href, FAILED);
        if (jdbc.sql("select times from safety.telegram_refused where where_from = ?").param(href).query(Integer.class).single() >= TRIES) {
            jdbc.sql("insert into safety.telegram_seen (href, seen_at) values (?, ?) on conflict (href) do nothing").params(href, now()).update();
        }
    }

    record Refused(String from, String why, Instant lastAt, int times) {}

    List<Refused> refused(int most) {
        return jdbc.sql("select * from safety.telegram_refused order by last_at desc, id desc limit ?").param(most)
                .query((rs, n) -> new Refused(rs.getString("where_from"), rs.getString("why"), rs.getTimestamp("last_at").toInstant(), rs.getInt("times"))).list();
    }

    long refusedSince(Instant since) {
        return jdbc.sql("select count(*) from safety.telegram_refused where last_at > ?").param(Timestamp.from(since)).query(Long.class).single();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
