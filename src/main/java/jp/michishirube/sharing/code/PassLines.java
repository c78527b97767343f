package jp.michishirube.sharing.code;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of each try to open a pass. Tells kinds and ids, nobody's name. */
@Repository
public class PassLines {

    private static final Duration SHOWN = Duration.ofDays(30);
    private static final int MOST = 100;
    static final String WRONG_NUMBER = "WRONG_NUMBER";
    static final String CODE_SENT = "CODE_SENT";

    private final JdbcClient jdbc;
    private final Clock clock;

    PassLines(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param passId null for a secret that nobody issued
     * @param kind   of the pass; null as well
     */
    public record Refusal(Instant at, Long passId, String kind, String what) {}

    void add(Long passId, OpenPass.Outcome what) {
        add(passId, what.name());
    }

    void add(Long passId, String what) {
        jdbc.sql("insert into sharing.pass_line (at, pass_id, what) values (?, ?, ?)").param(Timestamp.from(clock.instant()))
                .param(2, passId, java.sql.Types.BIGINT).param(what).update();
    }

    /** Tries that opened nothing in the last 30 days, newest first, the last {@value #MOST}. */
    public List<Refusal> refusals() {
        return jdbc.sql("""
                select l.at, l.pass_id, p.kind, l.what from sharing.pass_line l left join sharing.pass p on p.id = l.pass_id
                where l.what not in ('OPENED', 'CODE_SENT') and l.at > ? order by l.id desc limit ?
                """).params(Timestamp.from(clock.instant().minus(SHOWN)), MOST)
                .query((rs, n) -> new Refusal(rs.getTimestamp("at").toInstant(), rs.getObject("pass_id", Long.class), rs.getString("kind"),
                        rs.getString("what"))).list();
    }
}
