package jp.michishirube.sharing.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.michishirube.sharing.code.Holder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sender's side of the outbox. Each method is a transaction of its own and short: no call to a provider happens within.
 *
 * <p>A row in hand bears a claim. {@code begun_at} is set before anything may be with a provider, so that after a crash what was only
 * claimed simply goes, and of what was begun nobody knows.
 */
@Repository
class Queue {

    /** Longer than any try lasts. A claim that is older was lost together with its node. */
    static final Duration IN_HAND = Duration.ofSeconds(90);
    /** A claim that ends sooner is not begun any more: another node could take the row for lost while it goes out. */
    private static final Duration ONE_TRY = Duration.ofSeconds(45);
    /** Providers forget a key after a day. */
    private static final Duration KEY_KNOWN = Duration.ofHours(20);

    private final JdbcClient jdbc;
    private final Clock clock;

    Queue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes what is due, what is urgent first; other nodes skip it.
     *
     * @param begin where a repeat is harmless (the provider takes a key), all are begun at once
     */
    @Transactional
    public List<Queued> claim(Way way, UUID claim, int most, boolean begin) {
        OffsetDateTime now = now();
        return jdbc.sql("""
                update sharing.message m set claim = :claim, claimed_until = :until, attempts = attempts + 1, first_try = coalesce(first_try, :now),
                    begun_at = case when :begin then cast(:now as timestamptz) end
                where m.id in (select id from sharing.message where state = 'QUEUED' and way = :way and next_try <= :now and claim is null
                    order by case when occasion in (:first) then 0 else 1 end, next_try limit :most for update skip locked)
                returning *
                """).param("claim", claim).param("until", now.plus(IN_HAND)).param("now", now).param("begin", begin).param("way", way.name())
                .param("first", FIRST).param("most", most).query((rs, n) -> queued(rs)).list();
    }

    private static final List<String> FIRST = java.util.Arrays.stream(Occasion.values()).filter(Occasion::isFirst).map(Enum::name).toList();

    /** From now on it may be with the provider. @return false when it was stopped meanwhile, or the claim is too old */
    @Transactional
    public boolean begin(Queued message) {
        return jdbc.sql("update sharing.message set begun_at = :now where id = :id and claim = :claim and state = 'QUEUED' and claimed_until > :safe")
                .param("now", now()).param("id", message.id()).param("claim", message.claim()).param("safe", now().plus(ONE_TRY)).update() == 1;
    }

    /** What was claimed and not begun goes back untried. */
    @Transactional
    public void release(UUID claim) {
        jdbc.sql("update sharing.message set claim = null, attempts = attempts - 1 where claim = ? and begun_at is null").param(claim).update();
    }

    /**
     * What became of one that was begun.
     *
     * @param keyed whether a repeat is harmless: then it is repeated until somebody answers
     */
    @Transactional
    public void record(Queued message, Outcome outcome, boolean keyed) {
        switch (outcome.kind()) {
            case ACCEPTED -> close(message, Sent.State.ACCEPTED, outcome.cause(), outcome.providerId());
            case REFUSED -> close(message, Sent.State.BOUNCED, outcome.cause(), null);
            case NOT_NOW -> later(message, outcome.cause(), false);
            case UNKNOWN -> {
                if (keyed) {
                    later(message, outcome.cause(), true);
                } else {
                    unknown(message, outcome.cause());
                }
            }
        }
    }

    /** The same for many that a provider took. */
    @Transactional
    public void accepted(Collection<UUID> ids, UUID claim) {
        jdbc.sql("""
                update sharing.message set state = 'ACCEPTED', cause = null, link = null, claim = null, changed_at = ?
                where id = any(?) and claim = ? and state = 'QUEUED'
                """).params(now(), ids.toArray(UUID[]::new), claim).update();
    }

    /** Its reason is gone: stopped before anything went. */
    @Transactional
    public void stop(Queued message, String cause) {
        close(message, Sent.State.STOPPED, cause, null);
    }

    private void later(Queued message, String cause, boolean doubt) {
        boolean enough = message.attempts() >= message.occasion().tries();
        if (enough && (doubt || message.doubt())) {
            unknown(message, cause);
        } else if (enough) {
            close(message, Sent.State.BOUNCED, cause, null);
        } else {
            jdbc.sql("""
                    update sharing.message set claim = null, begun_at = null, doubt = doubt or :doubt, cause = :cause, next_try = :next, changed_at = :now
                    where id = :id and claim = :claim and state = 'QUEUED'
                    """).param("doubt", doubt).param("cause", cause).param("next", now().plus(message.occasion().gapAfter(message.attempts())))
                    .param("now", now()).param("id", message.id()).param("claim", message.claim()).update();
        }
    }

    /** The link stays where a second message is made of the row: by the outbox itself for warnings, else by a person. */
    private void unknown(Queued message, String cause) {
        int changed = jdbc.sql("update sharing.message set state = 'UNKNOWN', cause = ?, claim = null, changed_at = ? where id = ? and claim = ? and state = 'QUEUED'")
                .params(cause, now(), message.id(), message.claim()).update();
        if (changed == 1 && message.occasion().warns()) {
            again(message.id(), "michishirube");
        }
    }

    /**
     * Makes a second message of one whose fate is unknown, marked 再送. Once for each: what becomes of the second is told by the second.
     *
     * @return whether there was one to make
     */
    @Transactional
    public boolean again(UUID id, String by) {
        int made = jdbc.sql("""
                insert into sharing.message (id, once, holder_kind, holder_key, way, occasion, template, language, link, pass_id, case_id, state,
                    next_try, retry_key, again_of, made_at, made_by, changed_at)
                select gen_random_uuid(), 'again ' || id, holder_kind, holder_key, way, occasion, template, language, link, pass_id, case_id, 'QUEUED',
                    :now, gen_random_uuid(), id, :now, :by, :now from sharing.message where id = :id and state = 'UNKNOWN' and link is not null
                on conflict do nothing
                """).param("now", now()).param("by", by).param("id", id).update();
        if (made == 1) {
            jdbc.sql("update sharing.message set settled_by = ?, link = null where id = ?").params(by, id).update();
        }
        return made == 1;
    }

    private void close(Queued message, Sent.State state, String cause, String providerId) {
        // A link that a person may want to send again stays sealed; else it is gone with the message.
        jdbc.sql("""
                update sharing.message set state = :state, cause = :cause, provider_id = :provider, claim = null, changed_at = :now,
                    link = case when :state = 'BOUNCED' then link end
                where id = :id and claim = :claim and state = 'QUEUED'
                """).param("state", state.name()).param("cause", cause).param("provider", providerId).param("now", now()).param("id", message.id())
                .param("claim", message.claim()).update();
    }

    /**
     * Finds what a node that is gone had in hand. What was not begun goes; what was begun goes under the same key where the provider
     * still knows it; of the rest nobody knows.
     *
     * @param keyed ways whose provider takes a key
     */
    @Transactional
    public int recover(Collection<Way> keyed) {
        OffsetDateTime now = now();
        String[] ways = keyed.stream().map(Enum::name).toArray(String[]::new);
        jdbc.sql("""
                update sharing.message set claim = null, doubt = doubt or begun_at is not null, begun_at = null, next_try = :now where state = 'QUEUED' and claimed_until < :now and claim is not null
                    and (begun_at is null or way = any(:keyed) and first_try > :known)
                """).param("now", now).param("keyed", ways).param("known", now.minus(KEY_KNOWN)).update();
        List<Queued> lost = jdbc.sql("select * from sharing.message where state = 'QUEUED' and claim is not null and claimed_until < ? order by id limit 500 for update skip locked")
                .param(now).query((rs, n) -> queued(rs)).list();
        lost.forEach(m -> unknown(m, "CRASH"));
        return lost.size();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Queued queued(ResultSet rs) throws SQLException {
        return new Queued(rs.getObject("id", UUID.class), new Holder(Holder.Kind.valueOf(rs.getString("holder_kind")), rs.getString("holder_key")),
                Way.valueOf(rs.getString("way")), Occasion.valueOf(rs.getString("occasion")), rs.getString("template"),
                Locale.forLanguageTag(rs.getString("language")), rs.getBytes("link"), rs.getInt("attempts"), rs.getObject("retry_key", UUID.class),
                rs.getObject("claim", UUID.class), rs.getObject("again_of") != null, rs.getBoolean("doubt"));
    }
}
