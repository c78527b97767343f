package jp.michishirube.safety.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** 発災通知フラグ from the city OS or the disaster app. */
@ProductTest
class SignalsApiTest {

    @Autowired private MockMvc mvc;
    @Autowired private ObjectMapper mapper;
    @Autowired private SharedPlans plans;
    @Autowired private JdbcClient jdbc;

    private final String area = "旗" + Integer.toUnsignedString(UUID.randomUUID().hashCode()) + "町";

    @BeforeEach
    void somebodyLivesThere() throws Exception {
        end();
        plans.inForce(area);
    }

    @AfterEach
    void end() throws Exception {
        jdbc.sql("update safety.proposal set state = 'PUT_ASIDE' where state = 'OPEN'").update();
        jdbc.sql("delete from safety.telegram_refused").update();
        for (long id : jdbc.sql("select id from safety.event where ended_at is null").query(Long.class).list()) {
            mvc.perform(post("/events/" + id + "/end").with(csrf()).with(As.review1()));
        }
    }

    private MockHttpServletResponse send(String body, RequestPostProcessor who) throws Exception {
        return mvc.perform(post("/api/v1/disaster-signals").contentType(MediaType.APPLICATION_JSON).content(body).with(who)).andReturn().getResponse();
    }

    private String flag(String id, String mode, String hazard, String more) {
        return "{\"id\":\"%s\",\"mode\":\"%s\",\"hazard\":\"%s\",\"areas\":[\"%s\"],\"at\":\"2026-09-01T18:00:00+09:00\",\"words\":\"震度5強を観測\"%s}".formatted(id, mode, hazard, area, more);
    }

    private String outcome(MockHttpServletResponse answer) throws Exception {
        JsonNode json = mapper.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
        return answer.getStatus() + " " + json.path("outcome").asText();
    }

    private List<String> open() {
        return jdbc.sql("select p.mode || ' ' || p.hazard || ' ' || a.level from safety.proposal p join safety.proposal_area a on a.proposal_id = p.id where p.state = 'OPEN' and a.area = ? order by 1")
                .param(area).query(String.class).list();
    }

    @Test
    void aFlagProposesOnceAndTheOfficerReadsWhoSaidIt() throws Exception {
        String id = UUID.randomUUID().toString();
        assertThat(outcome(send(flag(id, "REAL", "EARTHQUAKE", ""), As.system("signals:write")))).isEqualTo("201 PROPOSED");
        assertThat(outcome(send(flag(id, "REAL", "EARTHQUAKE", ""), As.system("signals:write")))).isEqualTo("200 REPEATED");
        assertThat(send(flag(id, "REAL", "TSUNAMI", ""), As.system("signals:write")).getStatus()).as("the id of another").isEqualTo(409);
        assertThat(outcome(send(flag(UUID.randomUUID().toString(), "REAL", "TSUNAMI", ",\"level\":5"), As.system("signals:write")))).as("one group, one proposal").isEqualTo("201 PROPOSED");
        assertThat(open()).containsExactly("REAL EARTHQUAKE 5");
        long proposal = jdbc.sql("select id from safety.proposal where state = 'OPEN'").query(Long.class).single();
        String page = mvc.perform(get("/proposals/{id}", proposal).with(As.review1())).andReturn().getResponse().getContentAsString();
        assertThat(page).contains("地震の安否確認の提案", "震度5強を観測", "system demo-api", "レベルの知らせなし", "レベル5", "発災の知らせが届きました").doesNotContain("解除");
        String to = mvc.perform(post("/proposals/{id}/start", proposal).param("version", "2").param("areas", area).param("ground", "震度5強").with(csrf()).with(As.review1())).andReturn()
                .getResponse().getRedirectedUrl();
        assertThat(to).startsWith("/events/");
        assertThat(outcome(send(flag(UUID.randomUUID().toString(), "REAL", "EARTHQUAKE", ""), As.system("signals:write")))).isEqualTo("201 ASKED_ALREADY");
        assertThat(open()).isEmpty();
    }

    @Test
    void aDrillIsADrillAndATestNothing() throws Exception {
        assertThat(outcome(send(flag(UUID.randomUUID().toString(), "DRILL", "EARTHQUAKE", ""), As.system("signals:write")))).isEqualTo("201 PROPOSED");
        assertThat(outcome(send(flag(UUID.randomUUID().toString(), "TEST", "EARTHQUAKE", ""), As.system("signals:write")))).isEqualTo("201 NOTHING");
        assertThat(open()).containsExactly("DRILL EARTHQUAKE 0");
    }

    @Test
    void sentManyTimesAtOnceItIsOne() throws Exception {
        String body = flag(UUID.randomUUID().toString(), "REAL", "EARTHQUAKE", "");
        ExecutorService hands = Executors.newFixedThreadPool(5);
        Set<String> outcomes = new HashSet<>();
        try {
            for (Future<String> one : hands.invokeAll(java.util.Collections.nCopies(5, (Callable<String>) () -> outcome(send(body, As.system("signals:write")))))) {
                outcomes.add(one.get());
            }
        } finally {
            hands.shutdownNow();
        }
        assertThat(outcomes).containsExactlyInAnyOrder("201 PROPOSED", "200 REPEATED");
        assertThat(open()).hasSize(1);
    }

    @Test
    void whatCannotBeTakenStartsNothingAndIsToldWhereAnOperatorLooks() throws Exception {
        String id = UUID.randomUUID().toString();
        assertThat(send(flag(id, "REAL", "EARTHQUAKE", ""), As.system("warnings:write")).getStatus()).isEqualTo(403);
        assertThat(send(flag(id, "REAL", "EARTHQUAKE", ""), As.aoba1Token("signals:write")).getStatus()).isEqualTo(403);
        MockHttpServletResponse unknown = send(flag(id, "REAL", "EARTHQUAKE", "").replace(area, "どこにもない町"), As.system("signals:write"));
        assertThat(unknown.getStatus()).isEqualTo(422);
        assertThat(unknown.getContentAsString(StandardCharsets.UTF_8)).contains("/areas", "市の名簿や計画にない町");
        assertThat(send(flag(id, "REAL", "EARTHQUAKE", ",\"level\":6"), As.system("signals:write")).getStatus()).isEqualTo(422);
        assertThat(send(flag(id, "REAL", "EARTHQUAKE", "").replace("2026-09-01T18", Instant.now().plusSeconds(90_000).toString().substring(0, 13)), As.system("signals:write")).getStatus())
                .as("tomorrow").isEqualTo(422);
        assertThat(send("{\"id\":\"" + id + "\",\"hazard\":\"EARTHQUAKE\",\"at\":\"2026-09-01T18:00:00+09:00\"}", As.system("signals:write")).getStatus()).as("without a mode").isEqualTo(422);
        assertThat(send(flag(id, "REAL", "METEOR", ""), As.system("signals:write")).getStatus()).isEqualTo(400);
        assertThat(open()).isEmpty();
        assertThat(jdbc.sql("select count(*) from safety.signal where sender_id = ?").param(id).query(Integer.class).single()).isZero();
        assertThat(mvc.perform(get("/warnings").with(As.review1())).andReturn().getResponse().getContentAsString()).contains("発災の知らせに、足りない項目か、知らない町があります", "system demo-api");
    }
}
