package jp.michishirube.sharing.code;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Open visits. They end by themselves, with their pass, and when it is taken back. */
@Repository
class Visits {

    /** A phone that is handed on, or a PC of an office: what was opened closes by itself. */
    static final Duration LIFE = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final Passes passes;
    private final Clock clock;

    Visits(JdbcClient jdbc, Passes passes, Clock clock) {
        this.jdbc = jdbc;
        this.passes = passes;
        this.clock = clock;
    }

    /** @return secret of the visit, for the cookie */
    String begin(Pass pass) {
        String secret = Secret.make();
        Instant end = clock.instant().plus(LIFE);
        jdbc.sql("insert into sharing.visit (hash, pass_id, ends_at) values (?, ?, ?)")
                .params(Secret.hash(secret), pass.id(), Timestamp.from(end.isBefore(pass.endsAt()) ? end : pass.endsAt())).update();
        return secret;
    }

    /** A pass that was used up by its opening goes on within the visit; one that ended, was locked or taken back does not. */
    Optional<Visit> find(String secret) {
        return jdbc.sql("select pass_id from sharing.visit where hash = ? and ends_at > ?").params(Secret.hash(secret), Timestamp.from(clock.instant()))
                .query(Long.class).optional().flatMap(passes::find)
                .filter(p -> p.state() == Pass.State.OPEN || p.state() == Pass.State.USED).map(Visit::new);
    }

    void end(String secret) {
        jdbc.sql("delete from sharing.visit where hash = ?").param(Secret.hash(secret)).update();
    }

    @Scheduled(cron = "0 50 2 * * *", zone = "Asia/Tokyo")
    void forgetOld() {
        jdbc.sql("delete from sharing.visit where ends_at < ?").param(Timestamp.from(clock.instant())).update();
    }
}
