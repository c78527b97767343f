package jp.michishirube.sharing.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.linecorp.bot.parser.LineSignatureValidator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import jp.michishirube.sharing.code.Holder;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Webhooks forged, broken, repeated, late and out of order. */
@ProductTest
class LineWebhookTest {

    @Autowired MockMvc mvc;
    @Autowired LineAccounts accounts;
    @Autowired JdbcClient jdbc;

    private final String user = "U" + UUID.randomUUID().toString().replace("-", "");
    private final Holder holder = new Holder(Holder.Kind.SUPPORTER, "-" + Math.abs(UUID.randomUUID().getMostSignificantBits()));

    private static String signature(String body) {
        return Base64.getEncoder().encodeToString(new LineSignatureValidator("sandbox-line-secret".getBytes(StandardCharsets.UTF_8))
                .generateSignature(body.getBytes(StandardCharsets.UTF_8)));
    }

    private int call(String body, String signature) throws Exception {
        var request = post("/hooks/line").content(body.getBytes(StandardCharsets.UTF_8)).contentType("application/json");
        return mvc.perform(signature == null ? request : request.header("X-Line-Signature", signature)).andReturn().getResponse().getStatus();
    }

    private void told(String event) throws Exception {
        String body = "{\"destination\":\"U" + "0".repeat(32) + "\",\"events\":[" + event + "]}";
        assertThat(call(body, signature(body))).isEqualTo(200);
    }

    private String event(String id, String type, Instant at, String more) {
        return "{\"type\":\"" + type + "\",\"mode\":\"active\",\"timestamp\":" + at.toEpochMilli() + ",\"webhookEventId\":\"" + id
                + "\",\"deliveryContext\":{\"isRedelivery\":false},\"source\":{\"type\":\"user\",\"userId\":\"" + user + "\"}" + more + "}";
    }

    private String id() {
        return UUID.randomUUID().toString();
    }

    /** One event that lacks what it should have takes none of the others along. */
    @Test
    void aLinkWithoutItsContentLinksNobody() throws Exception {
        String empty = id();
        String other = id();
        told(event(empty, "accountLink", Instant.now(), ",\"replyToken\":\"r\",\"link\":null") + "," + event(other, "follow", Instant.now(), ",\"replyToken\":\"r\""));
        assertThat(became(empty)).isNotEqualTo("LINKED");
        assertThat(became(other)).isNotNull();
    }

    @Test
    void anEventThatNoTableTakesTakesNoneOfTheOthersAlong() throws Exception {
        String other = id();
        for (String odd : List.of(event("W\\u0000", "follow", Instant.now(), ",\"replyToken\":\"r\""), event(id(), "follow", Instant.ofEpochMilli(Long.MAX_VALUE), ""),
                event(id(), "follow", Instant.now(), "").replace(user, "U\\u0000"), event(id(), "follow", Instant.now(), ",\"replyToken\":\"\\u0000\""))) {
            told(odd + "," + event(other, "follow", Instant.now(), ",\"replyToken\":\"r\""));
        }
        assertThat(became(other)).isNotNull();
    }

    private static String link(String nonce) {
        return ",\"replyToken\":\"r\",\"link\":{\"result\":\"ok\",\"nonce\":\"" + nonce + "\"}";
    }

    private void worked(String id) {
        await().atMost(Duration.ofSeconds(60)).until(() -> jdbc.sql("select count(*) from sharing.line_event where id = ? and became is not null").param(id).query(Integer.class).single() == 1);
    }

    private String became(String id) {
        worked(id);
        return jdbc.sql("select became from sharing.line_event where id = ?").param(id).query(String.class).single();
    }

    @Test
    void whatIsNotSignedOverItsBytesIsRefusedUnread() throws Exception {
        String id = id();
        String body = "{\"destination\":\"U" + "0".repeat(32) + "\",\"events\":[" + event(id, "unfollow", Instant.now(), "") + "]}";
        int before = jdbc.sql("select coalesce(sum(times), 0) from sharing.line_forged").query(Integer.class).single();
        assertThat(call(body, null)).isEqualTo(401);
        assertThat(call(body, "not base64!")).isEqualTo(401);
        assertThat(call(body, signature(body + " "))).as("of other bytes").isEqualTo(401);
        assertThat(call(body + " ", signature(body))).isEqualTo(401);
        assertThat(call("nonsense", "AAAA")).as("not even read").isEqualTo(401);
        assertThat(jdbc.sql("select coalesce(sum(times), 0) from sharing.line_forged").query(Integer.class).single()).isGreaterThanOrEqualTo(before + 5);
        assertThat(jdbc.sql("select count(*) from sharing.line_event where id = ?").param(id).query(Integer.class).single()).isZero();

        assertThat(call("nonsense", signature("nonsense"))).isEqualTo(400);
        String empty = "{\"destination\":\"U" + "0".repeat(32) + "\",\"events\":[]}";
        assertThat(call(empty, signature(empty))).as("LINE asks whether somebody is there").isEqualTo(200);
        assertThat(mvc.perform(get("/hooks/line")).andReturn().getResponse().getStatus()).isIn(401, 403);
    }

    @Test
    void anEventThatComesAgainIsOne() throws Exception {
        String id = id();
        String nonce = accounts.nonce(holder);
        String event = event(id, "accountLink", Instant.now(), link(nonce));
        told(event);
        told(event.replace("\"isRedelivery\":false", "\"isRedelivery\":true"));
        assertThat(became(id)).isEqualTo("LINKED");
        assertThat(accounts.userOf(holder)).hasValue(user);
        told(event);
        assertThat(jdbc.sql("select count(*) from sharing.line_event where id = ?").param(id).query(Integer.class).single()).isEqualTo(1);

        String again = id();
        told(event(again, "accountLink", Instant.now(), link(nonce)));
        assertThat(became(again)).as("a nonce links once").isEqualTo("NOT_LINKED");
        accounts.forget(holder);
    }

    @Test
    void aLateEventIsJudgedByTheTimeThatItBears() throws Exception {
        String late = id();
        String nonce = accounts.nonce(holder);
        jdbc.sql("update sharing.line_nonce set ends_at = now() - interval '1 hour' where holder_key = ?").param(holder.key()).update();
        told(event(late, "accountLink", Instant.now().minus(Duration.ofHours(2)), link(nonce)));
        assertThat(became(late)).as("it happened in time, and comes two hours later").isEqualTo("LINKED");

        String expired = id();
        String another = accounts.nonce(holder);
        told(event(expired, "accountLink", Instant.now().plus(Duration.ofMinutes(11)), link(another)));
        assertThat(became(expired)).isEqualTo("NOT_LINKED");

        String ended = id();
        String third = accounts.nonce(holder);
        accounts.forget(holder);
        told(event(ended, "accountLink", Instant.now(), link(third)));
        assertThat(became(ended)).as("the holder's part ended meanwhile").isEqualTo("NOT_LINKED");
        assertThat(accounts.userOf(holder)).isEmpty();
    }

    @Test
    void ofFollowAndUnfollowTheLaterOneCountsInWhateverOrderTheyCome() throws Exception {
        Instant now = Instant.now();
        String linked = id();
        told(event(linked, "accountLink", now.minusSeconds(100), link(accounts.nonce(holder))));
        worked(linked);
        String unfollow = id();
        told(event(unfollow, "unfollow", now.minusSeconds(10), ""));
        worked(unfollow);
        assertThat(accounts.standing(holder)).isEqualTo(LineAccounts.Standing.BLOCKED);
        assertThat(accounts.userOf(holder)).as("nothing goes to one who blocks").isEmpty();
        String older = id();
        told(event(older, "follow", now.minusSeconds(20), ",\"replyToken\":\"r\",\"follow\":{\"isUnblocked\":false}"));
        worked(older);
        assertThat(accounts.standing(holder)).as("an older follow comes late").isEqualTo(LineAccounts.Standing.BLOCKED);
        String newer = id();
        told(event(newer, "follow", now.minusSeconds(5), ",\"replyToken\":\"r\",\"follow\":{\"isUnblocked\":true}"));
        worked(newer);
        assertThat(accounts.standing(holder)).isEqualTo(LineAccounts.Standing.LINKED);
        accounts.forget(holder);
    }

    @Test
    void whatIsForOthersIsLeftAlone() throws Exception {
        String standby = id();
        String group = id();
        String unknown = id();
        told(event(standby, "unfollow", Instant.now(), "").replace("\"active\"", "\"standby\""));
        told(event(group, "message", Instant.now(), ",\"replyToken\":\"r\",\"message\":{\"type\":\"text\",\"id\":\"1\",\"text\":\"x\",\"quoteToken\":\"q\"}")
                .replace("\"type\":\"user\"", "\"type\":\"group\",\"groupId\":\"C1\""));
        told(event(unknown, "somethingNew", Instant.now(), ",\"more\":1"));
        assertThat(jdbc.sql("select count(*) from sharing.line_event where id in (?, ?, ?)").params(standby, group, unknown).query(Integer.class).single()).isZero();
    }
}
