package jp.michishirube.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.safety.event.RemindUnanswered;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import jp.michishirube.testing.SandboxPages;
import jp.michishirube.testing.Surroundings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** From the officer's taps over the mail, the link and the answer to the board, the sheet and the end. */
@ProductTest
class SafetyFlowTest {

    @Autowired MockMvc mvc;
    @Autowired SharedPlans plans;
    @Autowired RemindUnanswered remind;
    @Autowired JdbcClient jdbc;

    private final SandboxPages outside = new SandboxPages(Surroundings.outside().url());

    @AfterEach
    void endAll() {
        for (long id : jdbc.sql("select id from safety.event where ended_at is null").query(Long.class).list()) {
            call(post("/events/" + id + "/end"), As.review1());
        }
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder request, RequestPostProcessor who) {
        try {
            return mvc.perform(who == null ? request.with(csrf()) : request.with(csrf()).with(who)).andReturn().getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(MockHttpServletRequestBuilder request, RequestPostProcessor who) throws Exception {
        return call(request, who).getContentAsString();
    }

    private long begin(String mode, String hazard, String area) {
        String to = call(post("/events").param("mode", mode).param("hazard", hazard).param("areas", area).param("ground", "避難指示"), As.review1()).getRedirectedUrl();
        assertThat(to).startsWith("/events/");
        return Long.parseLong(to.substring("/events/".length()));
    }

    private long asked(long event, CaseFile file) {
        await().atMost(Duration.ofSeconds(90)).until(() -> jdbc.sql("select count(*) from safety.asked where event_id = ? and resident_id = ?")
                .params(event, file.resident().id()).query(Integer.class).single() == 1);
        return jdbc.sql("select id from safety.asked where event_id = ? and resident_id = ?").params(event, file.resident().id()).query(Long.class).single();
    }

    private int number(long asked) {
        return jdbc.sql("select number from safety.asked where id = ?").param(asked).query(Integer.class).single();
    }

    private String said(long asked) {
        return jdbc.sql("select coalesce(said, '') from safety.asked where id = ?").param(asked).query(String.class).single();
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    private CaseFile withMail(String area, String mail) {
        return plans.inForce(area, Map.of("/resident/email", "\"" + mail + "\""));
    }

    private String mailTo(String address) {
        await().atMost(Duration.ofSeconds(90)).until(() -> outside.get("/mail").contains(address));
        return found(Pattern.quote(address) + "</td>(.*?</pre>)", outside.get("/mail").replace("\n", "↵"));
    }

    private String visit(String secret) {
        return call(post("/p/" + secret), null).getHeaders("Set-Cookie").stream().filter(c -> c.startsWith("MICHISHIRUBE_VISIT="))
                .map(c -> found("=([^;]+)", c)).findFirst().orElseThrow();
    }

    private MockHttpServletRequestBuilder by(String visit, MockHttpServletRequestBuilder request) {
        return request.cookie(new Cookie("MICHISHIRUBE_VISIT", visit));
    }

    @Test
    void aDrillIsAskedByLinkMarkedAndAnsweredInTwoTaps() throws Exception {
        CaseFile file = withMail("訓練町", "drill@safety.example.jp");
        long event = begin("DRILL", "FLOOD", "訓練町");
        long asked = asked(event, file);
        String mail = mailTo("drill@safety.example.jp");
        assertThat(mail).contains("訓練").doesNotContain("試験", "太郎", "訓練町", "青葉");
        String secret = found("/p/([0-9a-z]{26})", mail);
        assertThat(text(get("/p/" + secret), null)).doesNotContain("太郎");
        assertThat(said(asked)).as("a scanner that follows links answers nothing").isEmpty();

        String visit = visit(secret);
        MockHttpServletResponse page = call(by(visit, get("/v/event")), null);
        assertThat(page.getContentAsString()).contains("【訓練】", "無事です").doesNotContain("太郎", "青葉1-1");
        assertThat(page.getContentAsByteArray().length).isLessThan(20_000);
        assertThat(text(by(visit, get("/v/event").param("lang", "en")), null)).contains("DRILL");
        assertThat(call(by(visit, post("/v/event").param("answer", "9").param("key", "k")), null).getStatus()).isEqualTo(422);

        String key = UUID.randomUUID().toString();
        call(by(visit, post("/v/event").param("answer", "2").param("key", key)), null);
        call(by(visit, post("/v/event").param("answer", "2").param("key", key)), null);
        assertThat(said(asked)).isEqualTo("NEEDS_HELP");
        assertThat(jdbc.sql("select count(*) from safety.answer where asked_id = ?").param(asked).query(Integer.class).single()).as("pressed twice").isOne();
        assertThat(text(by(visit, get("/v/event")), null)).contains("受け付けました");

        int before = jdbc.sql("select count(*) from sharing.message where holder_kind = 'ASKED' and holder_key = ?").param(String.valueOf(asked)).query(Integer.class).single();
        jdbc.sql("update safety.event set started_at = started_at - interval '1 day' where id = ?").param(event).update();
        remind.remind(event);
        assertThat(jdbc.sql("select count(*) from sharing.message where holder_kind = 'ASKED' and holder_key = ?").param(String.valueOf(asked))
                .query(Integer.class).single()).as("nothing is sent after an answer").isEqualTo(before);

        call(by(visit, post("/v/event/undo")), null);
        assertThat(said(asked)).isEmpty();
        remind.remind(event);
        assertThat(jdbc.sql("select count(*) from sharing.message where holder_kind = 'ASKED' and holder_key = ?").param(String.valueOf(asked))
                .query(Integer.class).single()).isEqualTo(before + 1);
        remind.remind(event);
        remind.remind(event);
        assertThat(jdbc.sql("select reminders from safety.event where id = ?").param(event).query(Integer.class).single()).as("three at most").isEqualTo(3);

        call(post("/events/" + event + "/end").param("mistake", "true"), As.review1());
        assertThat(text(by(visit, get("/v/event")), null)).contains("まちがって始まりました");
        assertThat(call(by(visit, post("/v/event").param("answer", "1").param("key", "late")), null).getStatus()).isEqualTo(409);
        await().atMost(Duration.ofSeconds(90)).until(() -> outside.get("/mail").contains("まちがいでした"));
    }

    @Test
    void twoOfficersWhoBeginAtOnceBeginOne() throws Exception {
        plans.inForce("同時町");
        Callable<Long> begin = () -> begin("REAL", "EARTHQUAKE", "同時町");
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Long>> both = two.invokeAll(List.of(begin, begin));
            assertThat(both.get(0).get()).isEqualTo(both.get(1).get());
            assertThat(begin("REAL", "TSUNAMI", "同時町")).as("of the same group").isEqualTo(both.get(0).get());
            assertThat(begin("DRILL", "EARTHQUAKE", "同時町")).as("a drill is another").isNotEqualTo(both.get(0).get());
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void aTestReachesNobodyAndOpensNothing() throws Exception {
        CaseFile file = withMail("試験町", "nobody@safety.example.jp");
        plans.says(file, "sharing", true);
        int declared = jdbc.sql("select count(*) from consent.disaster").query(Integer.class).single();
        long event = begin("TEST", "VOLCANO", "試験町");
        long asked = asked(event, file);
        assertThat(jdbc.sql("select way || cardinality(passes) from safety.asked where id = ?").param(asked).query(String.class).single()).isEqualTo("NONE0");
        assertThat(jdbc.sql("select count(*) from sharing.message where holder_kind = 'ASKED' and holder_key = ?").param(String.valueOf(asked))
                .query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from consent.disaster").query(Integer.class).single()).isEqualTo(declared);
        assertThat(call(get("/events/" + event + "/board"), As.machi1()).getStatus()).isEqualTo(404);
    }

    @Test
    void theBoardShowsWhomTheReaderMayKnowAndNobodyProtected() throws Exception {
        CaseFile consented = plans.inForce("青葉町");
        plans.says(consented, "sharing", true);
        CaseFile silent = plans.inForce("青葉町");
        long event = begin("REAL", "FLOOD", "青葉町");
        long asked = asked(event, consented);
        long other = asked(event, silent);
        String board = text(get("/events/" + event + "/board"), As.machi1());
        assertThat(board).contains("id=\"p-" + number(asked) + "\"", "計画あり").doesNotContain("id=\"p-" + number(other) + "\"");
        assertThat(jdbc.sql("select count(*) from privacy.list_read where list = 'safety-board' and person_id = 'machi1' and cases @> array[cast(? as bigint)]")
                .param(consented.id().value()).query(Integer.class).single()).isPositive();
        assertThat(call(post("/events/" + event + "/board/" + number(other)).param("said", "SAFE").param("key", "k1"), As.machi1()).getStatus())
                .as("whom one may not know").isEqualTo(404);
        assertThat(call(post("/events/" + event + "/board/999999").param("said", "SAFE").param("key", "k1"), As.machi1()).getStatus()).isEqualTo(404);

        api(event, "{\"id\":\"h1\",\"caseNumber\":\"" + consented.number() + "\",\"said\":\"NEEDS_HELP\",\"voice\":\"SELF\"}", 201);
        tap(event, asked, "SAFE", "k2", false);
        assertThat(said(asked)).as("not met: the call for help stands").isEqualTo("NEEDS_HELP");
        assertThat(text(get("/events/" + event + "/board"), As.machi1())).contains("食い違い");
        tap(event, asked, "SAFE", "k3", true);
        assertThat(said(asked)).isEqualTo("SAFE");
        call(post("/events/" + event + "/board/" + number(asked) + "/undo"), As.review1());
        assertThat(said(asked)).as("somebody else's entry").isEqualTo("SAFE");
        call(post("/events/" + event + "/board/" + number(asked) + "/undo"), As.machi1());
        assertThat(said(asked)).isEqualTo("NEEDS_HELP");
        assertThat(call(get("/events/" + event + "/board/list.pdf").param("area", ""), As.machi1()).getContentType()).isEqualTo("application/pdf");

        assertThat(text(get("/events/" + event + "/board"), As.review1())).contains("id=\"p-" + number(other) + "\"");
        call(post("/cases/" + silent.number() + "/protection").param("ground", "支援措置").param("until", java.time.LocalDate.now().plusYears(1).toString()), As.roster1());
        for (RequestPostProcessor who : List.of(As.review1(), As.roster1())) {
            assertThat(text(get("/events/" + event + "/board"), who)).doesNotContain("id=\"p-" + number(other) + "\"");
        }
        api(event, "{\"id\":\"p1\",\"caseNumber\":\"" + silent.number() + "\",\"said\":\"SAFE\",\"voice\":\"SELF\"}", 404);
        api(event, "{\"id\":\"p2\",\"caseNumber\":\"2099-99999\",\"said\":\"SAFE\",\"voice\":\"SELF\"}", 404);
    }

    /** A drill shows no more than people agreed to, though a real disaster is declared. */
    @Test
    void aDeclaredDisasterOpensNoNameInADrill() throws Exception {
        CaseFile file = plans.inForce("青葉町");
        try (SharedPlans.Disaster declared = plans.disasterIn("青葉町")) {
            long drill = begin("DRILL", "LARGE_FIRE", "青葉町");
            long inDrill = asked(drill, file);
            assertThat(text(get("/events/" + drill + "/board"), As.machi1())).contains("【訓練】").doesNotContain("id=\"p-" + number(inDrill) + "\"");
            long real = begin("REAL", "LARGE_FIRE", "青葉町");
            long inReal = asked(real, file);
            assertThat(text(get("/events/" + real + "/board"), As.machi1())).contains("id=\"p-" + number(inReal) + "\"");
            tap(real, inReal, "SAFE", "only-real", true);
            assertThat(said(inDrill)).as("the two never meet").isEmpty();
        }
    }

    @Test
    void aSheetIsKeyedInAsAWholeOrNotAtAll() throws Exception {
        CaseFile one = plans.inForce("用紙町");
        CaseFile two = plans.inForce("用紙町");
        long event = begin("REAL", "STORM_SURGE", "用紙町");
        long first = asked(event, one);
        long second = asked(event, two);
        String page = text(get("/events/" + event + "/sheet"), As.review1());
        String at = found("name=\"at\" value=\"([^\"]+)\"", page.replaceAll("id=\"f-at\" ", ""));
        MockHttpServletResponse wrong = sheet(event, at, "s1", List.of(String.valueOf(number(first)), "777777"), List.of("1", "4"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString()).contains("777777番の方はこの一覧にいません");
        assertThat(said(first)).as("nothing half done").isEmpty();
        for (int i = 0; i < 2; i++) {
            assertThat(sheet(event, at, "s1", List.of("　" + number(first), String.valueOf(number(second))), List.of("１", "5")).getStatus()).isEqualTo(302);
        }
        assertThat(said(first)).isEqualTo("SAFE");
        assertThat(said(second)).isEqualTo("NOT_MET");
        assertThat(jdbc.sql("select count(*) from safety.answer where event_id = ?").param(event).query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void systemsSendAnswersByThemselvesAndInBulk() throws Exception {
        CaseFile file = plans.inForce("連携町");
        long event = begin("REAL", "INLAND_FLOODING", "連携町");
        long asked = asked(event, file);
        String answer = "{\"id\":\"a1\",\"caseNumber\":\"" + file.number() + "\",\"said\":\"EVACUATED\",\"voice\":\"SUPPORTER\",\"onSite\":true,\"asOf\":\"2031-01-01T00:00:00+09:00\"}";
        api(event, answer, 201);
        assertThat(api(event, answer, 200)).contains("\"repeated\":true");
        api(event, answer.replace("EVACUATED", "SAFE"), 409);
        api(event, answer.replace("\"a1\"", "\"a2\"").replace("SUPPORTER", "STAFF"), 422);
        assertThat(jdbc.sql("select said_at <= now() from safety.asked where id = ?").param(asked).query(Boolean.class).single()).as("a clock ahead").isTrue();
        MockHttpServletResponse bulk = call(post("/api/v1/events/" + event + "/answers/bulk").contentType("application/json").content("{\"answers\":["
                + answer + "," + answer.replace("\"a1\"", "\"a3\"").replace(file.number().value(), "nobody") + "]}"), As.system("safety:write"));
        assertThat(bulk.getContentAsString()).contains("REPEATED", "REFUSED", "asked-not-found");
        assertThat(call(get("/api/v1/events/" + event + "/board"), As.system("safety:read")).getStatus()).isEqualTo(403);
        assertThat(text(get("/api/v1/events/" + event + "/board"), As.review1Token("safety:read"))).contains("\"said\":\"EVACUATED\"");
        assertThat(text(get("/api/v1/events"), As.system("safety:read"))).contains("\"id\":" + event + ",");
        assertThat(call(post("/events").param("mode", "REAL").param("hazard", "FLOOD").param("ground", "x"), As.machi1()).getStatus()).isEqualTo(403);
    }

    @Test
    void inABulkEachIsJudgedByItselfAndAnIdIsOneAnswer() throws Exception {
        CaseFile file = plans.inForce("別々町");
        long event = begin("REAL", "INLAND_FLOODING", "別々町");
        asked(event, file);
        String answer = "{\"id\":\"b1\",\"caseNumber\":\"" + file.number() + "\",\"said\":\"SAFE\",\"voice\":\"SUPPORTER\",\"onSite\":true,\"asOf\":\"2031-01-01T00:00:00+09:00\"}";
        StringBuilder all = new StringBuilder(answer);
        for (String time : List.of("+294277-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z")) {
            all.append(',').append(answer.replace("\"b1\"", "\"" + time + "\"").replace("2031-01-01T00:00:00+09:00", time));
        }
        all.append(',').append(answer.replace("\"b1\"", "\"b5\""));
        MockHttpServletResponse bulk = call(post("/api/v1/events/" + event + "/answers/bulk").contentType("application/json").content("{\"answers\":[" + all + "]}"),
                As.system("safety:write"));
        assertThat(bulk.getStatus()).isEqualTo(200);
        assertThat(bulk.getContentAsString().split("\"REFUSED\"", -1)).hasSize(4);
        assertThat(bulk.getContentAsString().split("\"TAKEN\"", -1)).hasSize(3);
        api(event, answer.replace("\"b1\"", "\"b6\"").replace("2031-01-01T00:00:00+09:00", "+294277-01-01T00:00:00Z"), 422);
        api(event, answer, 200);
        api(event, answer.replace("true", "false"), 409);
        api(event, answer.replace("SUPPORTER", "OFFICE"), 409);
        api(event, answer.replace("2031", "2032"), 409);
        api(event, answer.replace(",\"asOf\":\"2031-01-01T00:00:00+09:00\"", ""), 409);
        String now = answer.replace("\"b1\"", "\"b7\"").replace(",\"asOf\":\"2031-01-01T00:00:00+09:00\"", "");
        api(event, now, 201);
        api(event, now, 200);
        for (String said : new String[] {"1", "\"1\"", "\"\""}) {
            api(event, answer.replace("\"b1\"", "\"b8\"").replace("\"SAFE\"", said), 400);
        }
        assertThat(jdbc.sql("select count(*) from safety.answer where event_id = ?").param(event).query(Integer.class).single()).isEqualTo(3);
    }

    private void tap(long event, long asked, String said, String key, boolean met) {
        assertThat(call(post("/events/" + event + "/board/" + number(asked)).param("said", said).param("key", key).param("met", String.valueOf(met))
                .param("area", ""), As.machi1())
                .getStatus()).isEqualTo(302);
    }

    private MockHttpServletResponse sheet(long event, String at, String key, List<String> numbers, List<String> ticks) {
        return call(post("/events/" + event + "/sheet").param("at", at).param("key", key).param("n", numbers.toArray(String[]::new))
                .param("t", ticks.toArray(String[]::new)), As.review1());
    }

    private String api(long event, String body, int status) throws Exception {
        MockHttpServletResponse answer = call(post("/api/v1/events/" + event + "/answers").contentType("application/json").content(body), As.system("safety:write"));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        return answer.getContentAsString();
    }
}
