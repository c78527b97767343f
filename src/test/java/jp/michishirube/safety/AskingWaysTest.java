package jp.michishirube.safety;

import static jp.michishirube.sharing.line.LinkPhone.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** The question by LINE, SMS and call, and what comes back by buttons and keys; supporters who are told, go and tell. The providers are the sandbox's. */
@ProductTest
class AskingWaysTest {

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

    private int count(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Integer.class).single();
    }

    private String said(long asked) {
        return jdbc.sql("select coalesce(said, '') || coalesce(':' || (select channel from safety.answer x where x.asked_id = a.id order by x.id desc limit 1), '') from safety.asked a where id = ?")
                .param(asked).query(String.class).single();
    }

    private List<String> ways(long asked) {
        return jdbc.sql("select way from sharing.message where holder_kind = 'ASKED' and holder_key = ? order by made_at").param(String.valueOf(asked)).query(String.class).list();
    }

    private void nextRound(long event) {
        jdbc.sql("update safety.event set started_at = started_at - interval '1 day' where id = ?").param(event).update();
        remind.remind(event);
    }

    /** As the sandbox's page of calls names it: id and text of the newest call to that number. */
    private String[] callTo(String number) {
        await().atMost(LONG).until(() -> outside.get("/telephones").contains(number));
        String row = found("(" + java.util.regex.Pattern.quote(number) + "</td><td>.*?</form>)", outside.get("/telephones").replace("\n", " "));
        return new String[] {found("action=\"/telephones/([0-9a-f-]{36})\"", row), found("</td><td>(.*?)</td>", row)};
    }

    private void press(String callId, String what) {
        outside.post("/telephones", "/telephones/" + callId, "what=" + what);
    }

    @Test
    void byLineWithButtonsInTheLanguageOfThePersonAndByAnotherWayTheSecondTime() throws Exception {
        CaseFile file = plans.inForce("呼出町", Map.of("/resident/email", "\"second@ways.example.jp\""));
        String page = acts.call(post("/cases/" + file.number() + "/reach/link"), As.aoba2()).getContentAsString();
        LinePhone phone = LinePhone.of(base, "Maria Santos", port);
        LinkPhone.link(mvc, phone, found("/p/([0-9a-z]{26})", page), found("class=\"pass-code\">(\\d{6})<", page));
        acts.call(post("/cases/" + file.number() + "/reach").param("language", "en"), As.aoba2());
        await().atMost(LONG).until(() -> acts.call(get("/cases/" + file.number() + "/reach"), As.aoba2()).getContentAsString().split("届きます<", -1).length == 4);

        long event = acts.begin("DRILL", "FLOOD", "呼出町");
        long asked = acts.asked(event, file);
        await().atMost(LONG).until(() -> phone.screen().contains("2 I need help"));
        assertThat(phone.screen()).contains("DRILL").doesNotContain("試験", "太郎", "呼出町");
        assertThat(ways(asked)).containsExactly("LINE");
        nextRound(event);
        assertThat(ways(asked)).as("the second by another way").containsExactly("LINE", "MAIL");

        phone.press("2 I need help");
        await().atMost(LONG).until(() -> said(asked).equals("NEEDS_HELP:LINE"));
        await().atMost(LONG).until(() -> phone.screen().contains("We have your answer"));
        nextRound(event);
        assertThat(ways(asked)).as("nothing after an answer").hasSize(2);

        LinePhone stranger = LinePhone.of(base, "青葉自主防災会 川口", port);
        String forged = "{\"destination\":\"U1\",\"events\":[{\"type\":\"postback\",\"mode\":\"active\",\"timestamp\":" + System.currentTimeMillis()
                + ",\"webhookEventId\":\"" + UUID.randomUUID() + "\",\"source\":{\"type\":\"user\",\"userId\":\"" + stranger.id() + "\"},\"deliveryContext\":{\"isRedelivery\":false},"
                + "\"replyToken\":\"x\",\"postback\":{\"data\":\"event " + asked + " 1\"}}]}";
        javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(new javax.crypto.spec.SecretKeySpec("sandbox-line-secret".getBytes(), "HmacSHA256"));
        assertThat(mvc.perform(post("/hooks/line").contentType("application/json").content(forged)
                .header("X-Line-Signature", java.util.Base64.getEncoder().encodeToString(mac.doFinal(forged.getBytes())))).andReturn().getResponse().getStatus()).isEqualTo(200);
        await().atMost(LONG).until(() -> count("select count(*) from sharing.line_event where user_id = ? and what = 'PRESSED' and became is not null", stranger.id()) > 0);
        assertThat(said(asked)).as("another's account says nothing").isEqualTo("NEEDS_HELP:LINE");
    }

    @Test
    void byACallWithFourKeysAndAgainWhereItWasBusy() throws Exception {
        CaseFile file = plans.inForce("通話町", Map.of("/resident/email", "null", "/resident/phone", "\"0242-55-1001\""));
        CaseFile pulse = plans.inForce("通話町", Map.of("/resident/email", "null", "/resident/phone", "\"0242-55-1002\""));
        long event = acts.begin("REAL", "FLOOD", "通話町");
        long asked = acts.asked(event, file);
        String[] first = callTo("+81242551001");
        assertThat(first[1]).contains("安否確認の電話", "無事は1").doesNotContain("訓練", "試験", "太郎", "/p/");
        press(first[0], "BUSY");
        press(first[0], "BUSY");
        assertThat(ways(asked)).as("told twice, called again once").containsExactly("VOICE", "VOICE");
        assertThat(count("select count(*) from sharing.message where holder_kind = 'ASKED' and holder_key = ? and not_before > now()", String.valueOf(asked))).isOne();
        press(first[0], "9");
        assertThat(outside.get("/telephones")).contains("1から4の番号ではありませんでした");
        press(first[0], "3");
        assertThat(said(asked)).isEqualTo("HURT:VOICE");
        assertThat(outside.get("/telephones")).contains("いますぐ119番へ電話してください");
        press(first[0], "1");
        press(first[0], "3");
        assertThat(said(asked)).as("hurt, safe, hurt again").isEqualTo("HURT:VOICE");
        String reference = jdbc.sql("select retry_key::text from sharing.message where holder_kind = 'ASKED' and holder_key = ? order by made_at limit 1").param(String.valueOf(asked))
                .query(String.class).single();
        String twice = "{\"reference\":\"" + reference + "\",\"result\":\"KEY\",\"key\":\"3\",\"at\":\"" + java.time.Instant.now() + "\"}";
        assertThat(told(twice)).isEqualTo(200);
        int answers = count("select count(*) from safety.answer where asked_id = ?", asked);
        assertThat(told(twice)).isEqualTo(200);
        assertThat(count("select count(*) from safety.answer where asked_id = ?", asked)).as("told twice").isEqualTo(answers);
        assertThat(count("select count(*) from sharing.message where holder_kind = 'ASKED' and holder_key = ? and state = 'QUEUED'", String.valueOf(asked))).isZero();

        long toneless = acts.asked(event, pulse);
        press(callTo("+81242551002")[0], "NO_KEY");
        nextRound(event);
        assertThat(ways(toneless)).as("a telephone without tones is not called again").containsExactly("VOICE");
        assertThat(acts.call(get("/events/" + event + "/board"), As.review1()).getContentAsString()).contains("出たが、番号が押されなかった");

        String body = "{\"reference\":\"" + UUID.randomUUID() + "\",\"result\":\"KEY\",\"key\":\"1\",\"at\":\"2026-12-01T10:00:00Z\"}";
        assertThat(mvc.perform(post("/hooks/telephone").content(body).header("X-Signature", "AAAA")).andReturn().getResponse().getStatus()).isEqualTo(401);
        for (Map.Entry<String, Integer> one : Map.of(body, 404, "nonsense", 400, body.replace("\"1\"", "\"12\""), 400, body.replace("\"key\"", "\"key\":\"2\",\"key\""), 400, body + "{}", 400,
                body.replaceFirst(",\"at.*", "}"), 400).entrySet()) {
            assertThat(told(one.getKey())).as(one.getKey()).isEqualTo(one.getValue());
        }
    }

    private int told(String body) throws Exception {
        javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(new javax.crypto.spec.SecretKeySpec("sandbox-telephone-secret".getBytes(), "HmacSHA256"));
        return mvc.perform(post("/hooks/telephone").content(body).header("X-Signature", java.util.Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes()))))
                .andReturn().getResponse().getStatus();
    }

    @Test
    void aSupporterIsToldGoesAndTellsAndSeesTheNameBehindTheCodeAlone() throws Exception {
        CaseFile file = plans.givenToTheCircle("手伝町");
        plans.says(file, "sharing", true);
        String key = named.of(file.id()).stream().filter(s -> s.name().equals("隣 一郎")).findFirst().orElseThrow().key();
        String given = acts.call(post("/cases/" + file.number() + "/sharing/supporters/" + key).param("way", "LINK").param("mail", "tonari@ways.example.jp").param("language", "ja").param("pair", "yes"),
                As.aoba2()).getContentAsString();
        String code = found("class=\"pass-code\">(\\d{6})<", given);
        Cookie own = LinkPhone.visit(acts.call(post("/p/" + found("/p/([0-9a-z]{26})", given)).param("code", code), null));
        assertThat(acts.call(get("/v/supporter").cookie(own), null).getContentAsString()).doesNotContain("/v/help");

        long event = acts.begin("REAL", "FLOOD", "手伝町");
        long asked = acts.asked(event, file);
        await().atMost(LONG).until(() -> outside.get("/mail").contains("tonari@ways.example.jp"));
        String mail = found("tonari@ways.example.jp</td>(.*?</pre>)", outside.get("/mail").replace("\n", "↵"));
        assertThat(mail).contains("避難の手伝いのお願い").doesNotContain("試験", "太郎", "手伝町", "訓練");
        Cookie visit = LinkPhone.visit(acts.call(post("/p/" + found("/p/([0-9a-z]{26})", mail)), null));
        String page = acts.call(get("/v/help").cookie(visit), null).getContentAsString();
        assertThat(page).contains("あなたが手伝う方", "まだ本人の答えがありません").doesNotContain("太郎");
        String id = found("/v/help/(\\d+)/go", page);

        await().atMost(LONG).until(() -> acts.call(get("/v/help").cookie(own), null).getContentAsString().contains("試験 太郎さん"));
        assertThat(acts.call(get("/v/supporter").cookie(own), null).getContentAsString()).contains("/v/help");
        acts.call(post("/v/help/" + id + "/go").cookie(visit), null);
        assertThat(acts.call(get("/v/help").cookie(visit), null).getContentAsString()).contains("「行きます」を伝えています");
        assertThat(acts.call(get("/events/" + event + "/board"), As.review1()).getContentAsString()).contains("支援者が向かっています");

        acts.call(post("/v/help/" + id + "/said").cookie(visit).param("said", "NEEDS_HELP").param("key", "h1").param("met", "true"), null);
        assertThat(said(asked)).isEqualTo("NEEDS_HELP:LINK");
        assertThat(acts.call(get("/events/" + event + "/board"), As.review1()).getContentAsString()).as("who tells is not under way").doesNotContain("支援者が向かっています");
        assertThat(acts.call(post("/v/help/" + id + "/said").cookie(visit).param("said", "SAFE").param("key", "h2"), null).getRedirectedUrl()).as("not met").endsWith("disputed");
        acts.call(post("/v/help/" + id + "/said").cookie(visit).param("said", "SAFE").param("key", "h3").param("met", "true"), null);
        assertThat(said(asked)).isEqualTo("SAFE:LINK");
        acts.call(post("/v/help/" + id + "/undo").cookie(visit), null);
        assertThat(said(asked)).as("an undone all-clear brings the help back").startsWith("NEEDS_HELP");

        CaseFile other = plans.inForce("手伝町");
        assertThat(acts.call(post("/v/help/" + (Long.parseLong(id) + 100_000) + "/go").cookie(visit), null).getStatus()).as("another's").isEqualTo(404);
        assertThat(count("select count(*) from safety.helper h join safety.asked a on a.id = h.asked_id where a.resident_id = ?", other.resident().id())).isZero();
        acts.call(post("/cases/" + file.number() + "/protection").param("ground", "支援措置").param("until", java.time.LocalDate.now().plusYears(1).toString()), As.roster1());
        assertThat(acts.call(get("/v/help").cookie(visit), null).getContentAsString()).contains("いま、お願いすることはありません").doesNotContain("/go");
    }
}
