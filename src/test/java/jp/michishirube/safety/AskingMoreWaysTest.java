package jp.michishirube.safety;

import static jp.michishirube.sharing.line.LinkPhone.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.page.NamedSupporters;
import jp.michishirube.safety.event.RemindUnanswered;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.sharing.line.LinePhone;
import jp.michishirube.sharing.line.LinkPhone;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import jp.michishirube.testing.SandboxPages;
import jp.michishirube.testing.Surroundings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.mock.web.MockHttpServletResponse;

/** The question by SMS; a supporter who presses a button in LINE, and one who presses keys of a call; and what the report says of those who were not told. */
@ProductTest
class AskingMoreWaysTest {

    private static final Duration LONG = Duration.ofSeconds(90);

    @Autowired EventActs acts;
    @Autowired MockMvc mvc;
    @Autowired SharedPlans plans;
    @Autowired NamedSupporters named;
    @Autowired RemindUnanswered remind;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    private final String base = Surroundings.outside().url();
    private final SandboxPages outside = new SandboxPages(base);

    /** What the outside world tells comes to this product. */
    @BeforeEach
    void hooks() {
        LinePhone.of(base, "Maria Santos", port);
    }

    @AfterEach
    void endAll() throws Exception {
        acts.endAll();
    }

    private String said(long asked) {
        return jdbc.sql("select coalesce(said, '') || coalesce(':' || (select channel || ':' || voice from safety.answer x where x.asked_id = a.id order by x.id desc limit 1), '') from safety.asked a where id = ?")
                .param(asked).query(String.class).single();
    }

    /** A row of the sandbox's page of telephones, the newest first. */
    private String rowOf(String number) {
        await().atMost(LONG).until(() -> outside.get("/telephones").contains(number));
        return found("(" + Pattern.quote(number) + "</td><td>.*?</tr>)", outside.get("/telephones").replace("\n", " "));
    }

    private String key(CaseFile file) {
        return named.of(file.id()).stream().filter(s -> s.name().equals("隣 一郎")).findFirst().orElseThrow().key();
    }

    private String give(CaseFile file, String phone) throws Exception {
        MockHttpServletResponse given = acts.call(post("/cases/" + file.number() + "/sharing/supporters/" + key(file)).param("way", "LINK").param("mail", "").param("phone", phone).param("language", "ja")
                .param("pair", "yes"), As.aoba2());
        assertThat(given.getStatus()).isEqualTo(200);
        return given.getContentAsString();
    }

    @Test
    void bySmsALinkAloneWhichIsAnsweredOnThePage() throws Exception {
        CaseFile file = plans.inForce("短信町", Map.of("/resident/email", "null", "/resident/phone", "\"090-5501-2001\""));
        long event = acts.begin("DRILL", "FLOOD", "短信町");
        long asked = acts.asked(event, file);
        String row = rowOf("+819055012001");
        assertThat(row).contains("訓練").doesNotContain("試験", "太郎", "短信町");
        String text = found("</td><td>(.*?)</td>", row);
        assertThat(text.length()).as("one SMS").isLessThanOrEqualTo(70);
        Cookie visit = LinkPhone.visit(acts.call(post("/p/" + found("/p/([0-9a-z]{26})", text)), null));
        assertThat(acts.call(get("/v/event").cookie(visit), null).getContentAsString()).contains("【訓練】").doesNotContain("太郎");
        acts.call(post("/v/event").cookie(visit).param("answer", "4").param("key", "sms-1"), null);
        assertThat(said(asked)).isEqualTo("EVACUATED:LINK:SELF");
        jdbc.sql("update safety.event set started_at = started_at - interval '1 day' where id = ?").param(event).update();
        remind.remind(event);
        assertThat(jdbc.sql("select way from sharing.message where holder_kind = 'ASKED' and holder_key = ?").param(String.valueOf(asked)).query(String.class).list()).containsExactly("SMS");
    }

    @Test
    void aSupporterPressesAButtonInLineAndAnotherAccountPressesInVain() throws Exception {
        CaseFile file = plans.givenToTheCircle("押釦町");
        plans.says(file, "sharing", true);
        String paper = give(file, "");
        LinePhone phone = LinePhone.of(base, "大森 茂", port);
        LinkPhone.link(mvc, phone, found("/p/([0-9a-z]{26})", paper), found("class=\"pass-code\">(\\d{6})<", paper));
        await().atMost(LONG).until(() -> jdbc.sql("select count(*) from sharing.line_link where user_id = ?").param(phone.id()).query(Integer.class).single() > 0);
        long event = acts.begin("REAL", "FLOOD", "押釦町");
        long asked = acts.asked(event, file);
        await().atMost(LONG).until(() -> phone.screen().contains("行きます"));
        assertThat(phone.screen()).doesNotContain("試験", "太郎", "押釦町");
        phone.press("1 行きます");
        await().atMost(LONG).until(() -> phone.screen().contains("「行きます」を伝えました"));
        assertThat(acts.call(get("/events/" + event + "/board"), As.review1()).getContentAsString()).contains("支援者が向かっています");
        phone.press("3 会った・助けがいる");
        await().atMost(LONG).until(() -> said(asked).equals("NEEDS_HELP:LINE:SUPPORTER"));
        phone.press("2 会った・無事でした");
        await().atMost(LONG).until(() -> said(asked).equals("SAFE:LINE:SUPPORTER"));

        long helper = jdbc.sql("select id from safety.helper where asked_id = ?").param(asked).query(Long.class).single();
        LinePhone other = LinePhone.of(base, "青葉自主防災会 川口", port);
        String forged = "{\"destination\":\"U1\",\"events\":[{\"type\":\"postback\",\"mode\":\"active\",\"timestamp\":" + System.currentTimeMillis() + ",\"webhookEventId\":\"" + java.util.UUID.randomUUID()
                + "\",\"source\":{\"type\":\"user\",\"userId\":\"" + other.id() + "\"},\"deliveryContext\":{\"isRedelivery\":false},\"replyToken\":\"x\",\"postback\":{\"data\":\"help " + helper + " 3\"}}]}";
        javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(new javax.crypto.spec.SecretKeySpec("sandbox-line-secret".getBytes(), "HmacSHA256"));
        assertThat(mvc.perform(post("/hooks/line").contentType("application/json").content(forged).header("X-Line-Signature", java.util.Base64.getEncoder().encodeToString(mac.doFinal(forged.getBytes()))))
                .andReturn().getResponse().getStatus()).isEqualTo(200);
        await().atMost(LONG).until(() -> jdbc.sql("select count(*) from sharing.line_event where user_id = ? and what = 'PRESSED' and became is not null").param(other.id()).query(Integer.class).single() > 0);
        assertThat(said(asked)).as("another's account says nothing").isEqualTo("SAFE:LINE:SUPPORTER");
    }

    @Test
    void aSupporterPressesKeysOfACallAndTheReportSaysWhoWasNotTold() throws Exception {
        CaseFile file = plans.givenToTheCircle("電鍵町");
        plans.says(file, "sharing", true);
        give(file, "0242-55-2001");
        long event = acts.begin("REAL", "FLOOD", "電鍵町");
        long asked = acts.asked(event, file);
        String row = rowOf("+81242552001");
        assertThat(row).contains("行ける方は、1").doesNotContain("試験", "太郎", "電鍵町");
        String call = found("action=\"/telephones/([0-9a-f-]{36})\"", row);
        assertThat(report(event)).contains("知らせが届いていない（連絡先がない、止まった、わからない）：0");
        outside.post("/telephones", "/telephones/" + call, "what=1");
        await().atMost(LONG).until(() -> jdbc.sql("select count(*) from safety.going g join safety.helper h on h.id = g.helper_id where h.asked_id = ?").param(asked).query(Integer.class).single() == 1);
        outside.post("/telephones", "/telephones/" + call, "what=4");
        await().atMost(LONG).until(() -> said(asked).equals("NOT_MET:VOICE:SUPPORTER"));
        outside.post("/telephones", "/telephones/" + call, "what=3");
        await().atMost(LONG).until(() -> said(asked).equals("NEEDS_HELP:VOICE:SUPPORTER"));

        CaseFile unreached = plans.givenToTheCircle("電鍵町");
        plans.says(unreached, "sharing", true);
        acts.call(post("/cases/" + unreached.number() + "/sharing/supporters/" + key(unreached)).param("way", "LINK").param("mail", "nobody@moreways.example.jp").param("language", "ja").param("pair", "yes"), As.aoba2());
        acts.call(post("/events/" + event + "/board/" + number(event, file)).param("said", "SAFE").param("key", "r1"), As.review1());
        long second = acts.begin("DRILL", "FLOOD", "電鍵町");
        long other = acts.asked(second, unreached);
        await().atMost(LONG).until(() -> jdbc.sql("select count(*) from sharing.message m join safety.helper h on h.id::text = m.holder_key and m.holder_kind = 'HELPER' where h.asked_id = ? and m.state <> 'QUEUED'")
                .param(other).query(Integer.class).single() == 1);
        String before = report(second);
        jdbc.sql("update sharing.message m set state = 'BOUNCED' from safety.helper h where h.id::text = m.holder_key and m.holder_kind = 'HELPER' and h.asked_id = ?").param(other).update();
        assertThat(report(second)).isNotEqualTo(before).contains("知らせが届いていない（連絡先がない、止まった、わからない）：1");
    }

    private int number(long event, CaseFile file) {
        return jdbc.sql("select number from safety.asked where event_id = ? and resident_id = ?").params(event, file.resident().id()).query(Integer.class).single();
    }

    private String report(long event) throws Exception {
        return acts.call(get("/events/" + event + "/report"), As.review1()).getContentAsString();
    }
}
