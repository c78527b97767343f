package jp.michishirube.safety.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** From the board to visits and calls and back, the report, and the board to practise on. */
@ProductTest
class ErrandsTest {

    @Autowired MockMvc mvc;
    @Autowired SharedPlans plans;
    @Autowired JdbcClient jdbc;

    private MockHttpServletResponse call(MockHttpServletRequestBuilder request, RequestPostProcessor who) throws Exception {
        return mvc.perform(request.with(csrf()).with(who)).andReturn().getResponse();
    }

    private String text(String path) throws Exception {
        return call(get(path), As.review1()).getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private int number(long event, CaseFile file) {
        await().atMost(Duration.ofSeconds(90)).until(() -> jdbc.sql("select count(*) from safety.asked where event_id = ? and resident_id = ?").params(event, file.resident().id())
                .query(Integer.class).single() == 1);
        return jdbc.sql("select number from safety.asked where event_id = ? and resident_id = ?").params(event, file.resident().id()).query(Integer.class).single();
    }

    private String said(long event, int number) {
        return jdbc.sql("select coalesce(said, '') from safety.asked where event_id = ? and number = ?").params(event, number).query(String.class).single();
    }

    private List<String> errands(long event) {
        return jdbc.sql("select a.number || ' ' || r.kind || ' ' || r.why || ' ' || coalesce(r.result, 'OPEN') from safety.errand r join safety.asked a on a.id = r.asked_id where r.event_id = ? order by r.id")
                .param(event).query(String.class).list();
    }

    private long open(long event, int number, String kind) {
        return jdbc.sql("select r.id from safety.errand r join safety.asked a on a.id = r.asked_id where r.event_id = ? and a.number = ? and r.kind = ? and r.done_at is null")
                .params(event, number, kind).query(Long.class).single();
    }

    @Test
    void aCallForHelpBecomesAVisitAndIsClearedOnSiteAndAnInjuryMakesACall() throws Exception {
        CaseFile first = plans.inForce("訪問町");
        CaseFile second = plans.inForce("訪問町");
        String to = call(post("/events").param("mode", "DRILL").param("hazard", "TSUNAMI").param("areas", "訪問町").param("ground", "訓練"), As.review1()).getRedirectedUrl();
        long event = Long.parseLong(to.substring("/events/".length()));
        String at = "/events/" + event + "/errands";
        try {
            int one = number(event, first);
            int two = number(event, second);
            call(post("/events/" + event + "/board/" + one).param("said", "NEEDS_HELP").param("key", "k1"), As.review1());
            for (int i = 0; i < 2; i++) {
                call(post(at).param("parts", "UNANSWERED", "HELP").param("kind", "VISIT").param("team", "1班"), As.review1());
            }
            assertThat(errands(event)).as("made twice, there once").containsExactlyInAnyOrder(one + " VISIT HELP OPEN", two + " VISIT UNANSWERED OPEN");
            assertThat(text(at + "?team=1班")).contains("【訓練】", "助けがいる", "答えがない", "試験 太郎");
            assertThat(call(get(at), As.machi1()).getStatus()).as("the city's staff alone").isEqualTo(403);
            assertThat(call(post(at).param("parts", "WELL"), As.review1()).getStatus()).isEqualTo(422);
            assertThat(call(get(at + "/list.pdf").param("team", "1班"), As.review1()).getContentType()).isEqualTo("application/pdf");

            call(post(at + "/" + open(event, one, "VISIT")).param("said", "SAFE"), As.review1());
            assertThat(said(event, one)).as("cleared on site").isEqualTo("SAFE");

            call(post("/events/" + event + "/board/" + two).param("said", "HURT").param("key", "k2"), As.review1());
            assertThat(errands(event)).contains(two + " CALL HURT OPEN");
            assertThat(text(at)).contains("119番に電話したかを、先に確かめてください");
            long visit = open(event, two, "VISIT");
            call(post(at + "/" + visit + "/team").param("team", "消防団"), As.review1());
            assertThat(call(post(at + "/" + visit + "/team").param("team", "あ".repeat(41)), As.review1()).getStatus()).as("kept whole or refused").isEqualTo(422);
            call(post(at + "/" + visit).param("said", "EVACUATED"), As.review1());
            assertThat(errands(event)).as("who is well needs no call any more").contains(two + " VISIT UNANSWERED EVACUATED", two + " CALL HURT NOT_NEEDED");
            assertThat(call(post(at + "/" + visit).param("said", "SAFE"), As.review1()).getStatus()).as("told twice").isEqualTo(409);

            String report = text("/events/" + event + "/report");
            assertThat(report).contains("尋ねた2人のうち、答えがあったのは2人です", "一覧の画面（町内会・民生委員・職員）：2", "要らなくなった：1").doesNotContain("試験", "太郎");
            assertThat(call(get("/events/" + event + "/report/report.pdf"), As.review1()).getContentType()).isEqualTo("application/pdf");
        } finally {
            call(post("/events/" + event + "/end"), As.review1());
        }
    }

    @Test
    void whoPractisesMeetsNobodyReal() throws Exception {
        int before = jdbc.sql("select count(*) from safety.answer").query(Integer.class).single();
        String page = call(get("/events/practice"), As.machi1()).getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        Matcher state = Pattern.compile("name=\"state\" value=\"(\\d+)\"").matcher(page);
        assertThat(state.find()).isTrue();
        assertThat(call(post("/events/practice").param("state", state.group(1)).param("tap", "2-3"), As.machi1()).getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .contains("【練習】", "けが・急病です。本番では", "value=\"030000\"");
        assertThat(call(post("/events/practice").param("state", "9x").param("tap", "99-7"), As.machi1()).getContentAsString()).contains("value=\"000000\"");
        assertThat(jdbc.sql("select count(*) from safety.answer").query(Integer.class).single()).isEqualTo(before);
        assertThat(call(get("/events/practice/guide.pdf"), As.machi1()).getContentType()).isEqualTo("application/pdf");
    }

    @Test
    void aQuarterHalfAndThreeQuartersAreOfAllWhoWereAsked() {
        EventFigures.Speed speed = EventFigures.speed(Arrays.asList(60.0, 120.0, 600.0, 900.0, null, null, null, null));
        assertThat(speed.asked()).isEqualTo(8);
        assertThat(speed.answered()).isEqualTo(4);
        assertThat(speed.after()).containsExactly(Duration.ofMinutes(2), Duration.ofMinutes(15), null);
        assertThat(EventFigures.speed(List.of()).after()).containsOnlyNulls();
    }
}
