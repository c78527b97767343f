package jp.michishirube.sharing.line;

import com.linecorp.bot.webhook.model.AccountLinkEvent;
import com.linecorp.bot.webhook.model.Event;
import com.linecorp.bot.webhook.model.EventMode;
import com.linecorp.bot.webhook.model.FollowEvent;
import com.linecorp.bot.webhook.model.LinkContent;
import com.linecorp.bot.webhook.model.MessageEvent;
import com.linecorp.bot.webhook.model.PostbackEvent;
import com.linecorp.bot.webhook.model.ReplyEvent;
import com.linecorp.bot.webhook.model.UnfollowEvent;
import com.linecorp.bot.webhook.model.UserSource;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.michishirube.door.PlainText;
import jp.michishirube.door.PlainTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Events that LINE told, each once. What people wrote is not kept: there is nothing to delete when they take it back. Of a button that was pressed, the ids are that we gave it. */
@Repository
class LineEvents {

    /** Longer than any work on one. */
    private static final Duration IN_HAND = Duration.ofSeconds(90);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 50;
    /** As our buttons bear it: a word and ids. */
    private static final String DATA = "[a-z]{1,20}( \\d{1,18}){1,4}";

    private final JdbcClient jdbc;
    private final Clock clock;

    LineEvents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum What { FOLLOW, UNFOLLOW, WROTE, PRESSED, LINKED, LINK_FAILED }

    /**
     * @param replyToken works for about a minute; null for none
     * @param data       of the button that was pressed; null for none
     */
    record Told(String id, What what, String user, Instant at, byte[] nonceHash, String replyToken, String data) {}

    /** Of a group or a room nothing is taken: nobody knows who is in one. {@code standby}: another of the account's programs answers. */
    @Transactional
    public void keep(List<Event> events) {
        for (Event event : events) {
            What what = what(event);
            if (what == null || event.mode() != EventMode.ACTIVE || event.webhookEventId() == null || event.timestamp() == null
                    || !(event.source() instanceof UserSource user) || user.userId() == null || !isReadable(event, user)) {
                continue;
            }
            String nonce = event instanceof AccountLinkEvent link && link.link() != null && link.link().nonce() != null ? link.link().nonce() : null;
            String data = what == What.PRESSED ? ((PostbackEvent) event).postback().data() : null;
            jdbc.sql("""
                    insert into sharing.line_event (id, what, user_id, at, nonce_hash, reply_token, data, received_at)
                    values (:id, :what, :user, :at, :nonce, :reply, :data, :now)
                    on conflict (id) do nothing
                    """).param("id", event.webhookEventId()).param("what", what.name()).param("user", user.userId())
                    .param("at", Timestamp.from(Instant.ofEpochMilli(event.timestamp())))
                    .param("nonce", nonce == null ? null : LineAccounts.hash(nonce), java.sql.Types.BINARY)
                    .param("reply", event instanceof ReplyEvent reply ? reply.replyToken() : null, java.sql.Types.VARCHAR)
                    .param("data", data, java.sql.Types.VARCHAR).param("now", Timestamp.from(clock.instant())).update();
        }
    }

    /** One that no table takes costs itself only: the others of the same call are kept. */
    private static boolean isReadable(Event event, UserSource user) {
        String reply = event instanceof ReplyEvent told && told.replyToken() != null ? told.replyToken() : "";
        return PlainText.is(event.webhookEventId()) && PlainText.is(user.userId()) && PlainText.is(reply) && PlainTime.is(Instant.ofEpochMilli(event.timestamp()));
    }

    private static What what(Event event) {
        if (event instanceof AccountLinkEvent link) {
            return link.link() != null && link.link().result() == LinkContent.Result.OK ? What.LINKED : What.LINK_FAILED;
        }
        return event instanceof FollowEvent ? What.FOLLOW : event instanceof UnfollowEvent ? What.UNFOLLOW
                : event instanceof PostbackEvent pressed ? isOurs(pressed) ? What.PRESSED : What.WROTE : event instanceof MessageEvent ? What.WROTE : null;
    }

    private static boolean isOurs(PostbackEvent pressed) {
        return pressed.postback() != null && pressed.postback().data() != null && pressed.postback().data().matches(DATA);
    }

    /** Takes what waits, in the order in which it happened; other nodes skip it. */
    @Transactional
    public List<Told> claim() {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                update sharing.line_event set claimed_until = :until where id in (select id from sharing.line_event
                    where became is null and (claimed_until is null or claimed_until < :now) order by at, id limit :most for update skip locked)
                returning *
                """).param("until", Timestamp.from(clock.instant().plus(IN_HAND))).param("now", now).param("most", AT_ONCE)
                .query((rs, n) -> new Told(rs.getString("id"), What.valueOf(rs.getString("what")), rs.getString("user_id"), rs.getTimestamp("at").toInstant(),
                        rs.getBytes("nonce_hash"), rs.getString("reply_token"), rs.getString("data"))).list().stream().sorted(java.util.Comparator.comparing(Told::at)).toList();
    }

    /** @param became a stable word */
    @Transactional
    public void done(Told told, String became) {
        jdbc.sql("update sharing.line_event set became = ?, reply_token = null, nonce_hash = null, data = null where id = ?").params(became, told.id()).update();
    }

    @Transactional
    public void forged() {
        jdbc.sql("insert into sharing.line_forged (day, times) values (?, 1) on conflict (day) do update set times = sharing.line_forged.times + 1")
                .param(LocalDate.now(clock)).update();
    }

    /** Wrong signatures of the last 30 days. */
    int forgeries() {
        return jdbc.sql("select coalesce(sum(times), 0) from sharing.line_forged where day > ?").param(LocalDate.now(clock).minusDays(KEPT.toDays())).query(Integer.class).single();
    }

    @Scheduled(cron = "0 57 2 * * *", zone = "Asia/Tokyo")
    void forgetOld() {
        jdbc.sql("delete from sharing.line_event where received_at < ?").param(Timestamp.from(clock.instant().minus(KEPT))).update();
        jdbc.sql("delete from sharing.line_forged where day < ?").param(LocalDate.now(clock).minusDays(KEPT.toDays())).update();
    }
}
