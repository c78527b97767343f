package jp.michishirube.sharing.code;

import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Codes that were sent to a holder's own telephone. Only the newest opens, once, for some minutes. */
@Repository
class SignInCodes {

    /** A call that is missed, and one more: a person of 75 types slowly. */
    static final Duration LIFE = Duration.ofMinutes(10);
    /** Whoever found the paper and knows the number could make the telephone ring all day. */
    private static final int A_DAY = 10;
    private static final Duration BETWEEN = Duration.ofSeconds(30);
    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Sent(long id, byte[] hash, Instant endsAt) {}

    /** Whether another may go: not right after the last one, and not without end. */
    boolean mayGo(Pass pass) {
        Instant now = clock.instant();
        List<Instant> sent = jdbc.sql("select made_at from sharing.sign_in_code where pass_id = ? and made_at > ?").params(pass.id(), Timestamp.from(now.minus(DAY)))
                .query((rs, n) -> rs.getTimestamp(1).toInstant()).list();
        return sent.size() < A_DAY && sent.stream().noneMatch(at -> at.isAfter(now.minus(BETWEEN)));
    }

    void put(Pass pass, byte[] hash) {
        Instant now = clock.instant();
        jdbc.sql("insert into sharing.sign_in_code (pass_id, hash, made_at, ends_at) values (?, ?, ?, ?)")
                .params(pass.id(), hash, Timestamp.from(now), Timestamp.from(now.plus(LIFE))).update();
    }

    enum Found { RIGHT, WRONG, ENDED }

    /** A right one is used up. */
    Found take(Pass pass, byte[] hash) {
        Sent newest = jdbc.sql("select id, hash, ends_at from sharing.sign_in_code where pass_id = ? order by id desc limit 1").param(pass.id())
                .query((rs, n) -> new Sent(rs.getLong("id"), rs.getBytes("hash"), rs.getTimestamp("ends_at").toInstant())).optional().orElse(null);
        if (newest == null || !clock.instant().isBefore(newest.endsAt())) {
            return Found.ENDED;
        }
        if (!MessageDigest.isEqual(newest.hash(), hash)) {
            return Found.WRONG;
        }
        jdbc.sql("update sharing.sign_in_code set ends_at = ? where id = ?").params(Timestamp.from(clock.instant()), newest.id()).update();
        return Found.RIGHT;
    }

    @Scheduled(cron = "0 52 2 * * *", zone = "Asia/Tokyo")
    void forgetOld() {
        jdbc.sql("delete from sharing.sign_in_code where made_at < ?").param(Timestamp.from(clock.instant().minus(DAY.multipliedBy(2)))).update();
    }
}
