package jp.michishirube.sharing.line;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.sharing.code.Holder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which LINE user a holder linked, and whether that user still takes messages. */
@Repository
public class LineAccounts {

    /** LINE's link token lives so long; what is older links nothing. */
    private static final Duration NONCE = Duration.ofMinutes(10);
    /** LINE sends again what it could not deliver; such an event is judged by the time that it bears, not by when it came. */
    private static final Duration KEPT = Duration.ofDays(7);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final LineSettings settings;
    private final Clock clock;

    LineAccounts(JdbcClient jdbc, LineSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** How a holder stands to LINE. */
    public enum Standing {
        /** The municipality has no account there. */
        NOT_OFFERED,
        NOT_LINKED, LINKED,
        /** Linked, and takes no messages. */
        BLOCKED
    }

    /** Whether the municipality has an account there. */
    public boolean isOffered() {
        return settings.isSetUp();
    }

    public Standing standing(Holder holder) {
        if (!settings.isSetUp()) {
            return Standing.NOT_OFFERED;
        }
        return jdbc.sql("""
                select coalesce(u.follows, true) from sharing.line_link l left join sharing.line_user u on u.user_id = l.user_id
                where l.holder_kind = ? and l.holder_key = ?
                """).params(holder.kind().name(), holder.key()).query(Boolean.class).optional()
                .map(follows -> follows ? Standing.LINKED : Standing.BLOCKED).orElse(Standing.NOT_LINKED);
    }

    /** Empty for one who has linked none, or has blocked the account: a yes of LINE would not mean anything then. */
    public Optional<String> userOf(Holder holder) {
        return jdbc.sql("""
                select l.user_id from sharing.line_link l left join sharing.line_user u on u.user_id = l.user_id
                where l.holder_kind = ? and l.holder_key = ? and coalesce(u.follows, true)
                """).params(holder.kind().name(), holder.key()).query(String.class).optional();
    }

    /** The same of many of one kind, by their keys. */
    public Map<String, String> usersOf(Holder.Kind kind, Collection<String> keys) {
        Map<String, String> users = new HashMap<>();
        jdbc.sql("""
                select l.holder_key, l.user_id from sharing.line_link l left join sharing.line_user u on u.user_id = l.user_id
                where l.holder_kind = ? and l.holder_key = any(?) and coalesce(u.follows, true)
                """).params(kind.name(), keys.toArray(String[]::new)).query(rs -> {
                    users.put(rs.getString(1), rs.getString(2));
                });
        return users;
    }

    /** The holder's part is over, or LINE is not wanted any more: nothing of it stays, and what is under way links nothing. */
    @Transactional
    public void forget(Holder holder) {
        for (String table : new String[] {"line_link", "line_nonce"}) {
            jdbc.sql("delete from sharing." + table + " where holder_kind = ? and holder_key = ?").params(holder.kind().name(), holder.key()).update();
        }
    }

    /** @return what LINE hands back with the user who linked; told once. A second one ends the first. */
    @Transactional
    String nonce(Holder holder) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("delete from sharing.line_nonce where holder_kind = ? and holder_key = ?").params(holder.kind().name(), holder.key()).update();
        jdbc.sql("insert into sharing.line_nonce (hash, holder_kind, holder_key, ends_at) values (?, ?, ?, ?)")
                .params(hash(nonce), holder.kind().name(), holder.key(), Timestamp.from(clock.instant().plus(NONCE))).update();
        return nonce;
    }

    /**
     * @param at when LINE says that it happened
     * @return whether that user is linked now; false for a nonce that nobody was given, that was used, ended or belongs to one whose part is over
     */
    @Transactional
    boolean link(byte[] nonceHash, String user, Instant at) {
        Optional<Holder> holder = jdbc.sql("delete from sharing.line_nonce where hash = ? returning holder_kind, holder_key, ends_at").param(nonceHash)
                .query((rs, n) -> at.isAfter(rs.getTimestamp("ends_at").toInstant()) ? null
                        : new Holder(Holder.Kind.valueOf(rs.getString("holder_kind")), rs.getString("holder_key"))).list().stream()
                .filter(java.util.Objects::nonNull).findFirst();
        if (holder.isEmpty()) {
            // The same event once more, after a node that was lost between linking and writing so down.
            return jdbc.sql("select count(*) from sharing.line_link where user_id = ? and linked_at = ?").params(user, Timestamp.from(at)).query(Integer.class).single() > 0;
        }
        return jdbc.sql("""
                insert into sharing.line_link (holder_kind, holder_key, user_id, linked_at) values (:kind, :key, :user, :at)
                on conflict (holder_kind, holder_key) do update set user_id = excluded.user_id, linked_at = excluded.linked_at
                where sharing.line_link.linked_at < excluded.linked_at
                """).param("kind", holder.get().kind().name()).param("key", holder.get().key()).param("user", user).param("at", Timestamp.from(at)).update() == 1;
    }

    /** Follows or has blocked; of two such events the later one counts, in whatever order they come. */
    @Transactional
    void follows(String user, boolean follows, Instant at) {
        jdbc.sql("""
                insert into sharing.line_user (user_id, follows, told_at) values (:user, :follows, :at)
                on conflict (user_id) do update set follows = excluded.follows, told_at = excluded.told_at
                where sharing.line_user.told_at < excluded.told_at
                """).param("user", user).param("follows", follows).param("at", Timestamp.from(at)).update();
    }

    /** Users whom no holder has linked are nobody to us. */
    @Scheduled(cron = "0 55 2 * * *", zone = "Asia/Tokyo")
    void forgetOld() {
        Timestamp old = Timestamp.from(clock.instant().minus(KEPT));
        jdbc.sql("delete from sharing.line_nonce where ends_at < ?").param(old).update();
        jdbc.sql("delete from sharing.line_user u where told_at < ? and not exists (select 1 from sharing.line_link l where l.user_id = u.user_id)").param(old).update();
    }

    static byte[] hash(String nonce) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(("line " + nonce).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
