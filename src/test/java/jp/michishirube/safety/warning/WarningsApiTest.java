package jp.michishirube.safety.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import jp.michishirube.safety.telegram.WrittenTelegram;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ProductTest
class WarningsApiTest {

    private static final String RIVER = "990077000100";

    @Autowired private MockMvc mvc;
    @Autowired private ObjectMapper mapper;
    @Autowired private JdbcClient jdbc;

    @AfterEach
    void noProposals() {
        jdbc.sql("update safety.proposal set state = 'PUT_ASIDE' where state = 'OPEN'").update();
        jdbc.sql("delete from safety.telegram_refused").update();
    }

    private MockHttpServletResponse send(byte[] body, MediaType type, RequestPostProcessor who) throws Exception {
        return mvc.perform(post("/api/v1/telegrams").contentType(type).content(body).with(who)).andReturn().getResponse();
    }

    private JsonNode json(MockHttpServletResponse answer) throws Exception {
        return mapper.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void aSystemSendsATelegramOnceAndReadsWhatIsInForce() throws Exception {
        byte[] told = WrittenTelegram.of(RIVER, 3).at("2026-09-01T08:00:00Z", "2026-09-01T08:00:05Z").area("上", "9900100", "-").bytes();
        MockHttpServletResponse first = send(told, MediaType.APPLICATION_XML, As.system("warnings:write"));
        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(json(first).path("outcome").asText()).isEqualTo("TAKEN");
        assertThat(json(first).path("level").asInt()).isEqualTo(3);
        MockHttpServletResponse again = send(told, MediaType.TEXT_XML, As.system("warnings:write"));
        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(json(again).path("outcome").asText()).isEqualTo("REPEATED");
        assertThat(json(again).path("id").asLong()).isEqualTo(json(first).path("id").asLong());

        JsonNode all = json(mvc.perform(get("/api/v1/warnings").with(As.system("warnings:read"))).andReturn().getResponse());
        JsonNode ours = null;
        for (JsonNode one : all.path("warnings")) {
            ours = one.path("river").asText().equals(RIVER) ? one : ours;
        }
        assertThat(ours).isNotNull();
        assertThat(ours.path("level").asInt()).isEqualTo(3);
        assertThat(ours.path("since").asText()).isEqualTo("2026-09-01T08:00:00Z");
        assertThat(ours.path("publishers").asText()).isEqualTo("河川事務所 地方気象台");
    }

    @Test
    void whoMayNotSendsNothingAndWhatIsNoneIsToldApart() throws Exception {
        byte[] told = WrittenTelegram.of(RIVER, 5).bytes();
        assertThat(send(told, MediaType.APPLICATION_XML, As.system("warnings:read")).getStatus()).isEqualTo(403);
        assertThat(send(told, MediaType.APPLICATION_XML, As.system("safety:write")).getStatus()).isEqualTo(403);
        assertThat(send(told, MediaType.APPLICATION_XML, As.aoba1Token("warnings:write")).getStatus()).isEqualTo(403);
        assertThat(send(told, MediaType.APPLICATION_JSON, As.system("warnings:write")).getStatus()).isEqualTo(415);
        MockHttpServletResponse cut = send("<Report".getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_XML, As.system("warnings:write"));
        assertThat(cut.getStatus()).isEqualTo(422);
        assertThat(cut.getContentType()).isEqualTo("application/problem+json");
        assertThat(json(cut).path("type").asText()).endsWith("telegram-not-read");
        assertThat(cut.getContentAsString(StandardCharsets.UTF_8)).contains("途中で切れています");
        send("<Report".getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_XML, As.system("warnings:write"));
        assertThat(jdbc.sql("select where_from || ' ' || why || ' ' || times from safety.telegram_refused").query(String.class).list())
                .as("where an operator sees it").containsExactly("system demo-api NO_XML NO_XML 2");
        MockHttpServletResponse large = send(new byte[3 << 20], MediaType.APPLICATION_XML, As.system("warnings:write"));
        assertThat(large.getStatus()).isEqualTo(413);
        assertThat(mvc.perform(get("/warnings").with(As.review1())).andReturn().getResponse().getContentAsString()).contains("読めなかった電文", "途中で切れています");
        assertThat(mvc.perform(get("/warnings").with(As.machi1())).andReturn().getResponse().getStatus()).isEqualTo(403);
    }
}
