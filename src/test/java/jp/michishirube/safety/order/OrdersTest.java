package jp.michishirube.safety.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The municipality's own orders from the first to the lifting. */
@ProductTest
class OrdersTest {

    @Autowired private MockMvc mvc;
    @Autowired private ObjectMapper mapper;
    @Autowired private SharedPlans plans;
    @Autowired private JdbcClient jdbc;

    private final String area = "令" + Integer.toUnsignedString(UUID.randomUUID().hashCode()) + "町";
    private final String other = "令外" + Integer.toUnsignedString(UUID.randomUUID().hashCode()) + "町";

    @BeforeEach
    void somebodyLivesThere() {
        noProposals();
        plans.inForce(area);
        plans.inForce(other);
    }

    @AfterEach
    void noProposals() {
        jdbc.sql("update safety.proposal set state = 'PUT_ASIDE' where state = 'OPEN'").update();
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder request, RequestPostProcessor who) throws Exception {
        return mvc.perform(request.with(csrf()).with(who)).andReturn().getResponse();
    }

    private String issue(String mode, String level, String... areas) throws Exception {
        String to = call(post("/orders").param("mode", mode).param("hazard", "FLOOD").param("level", level).param("areas", areas).param("words", "川の近くから離れてください"), As.review1())
                .getRedirectedUrl();
        assertThat(to).startsWith("/orders/");
        return to.substring("/orders/".length());
    }

    private MockHttpServletRequestBuilder revise(String number, int revision, String level, String... areas) {
        return post("/orders/{n}", number).param("revision", String.valueOf(revision)).param("level", level).param("areas", areas).param("words", "");
    }

    private List<String> proposed() {
        return jdbc.sql("select p.mode || ' ' || a.area || ' ' || a.level from safety.proposal p join safety.proposal_area a on a.proposal_id = p.id where p.state = 'OPEN' and a.area like '令%' order by 1")
                .query(String.class).list();
    }

    private JsonNode told(String number) throws Exception {
        return mapper.readTree(mvc.perform(get("/api/v1/evacuation-orders/{n}", number).with(As.system("warnings:read"))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void anOrderIsRevisedLiftedAndKeepsItsNumber() throws Exception {
        String number = issue("REAL", "3", area);
        assertThat(proposed()).containsExactly("REAL " + area + " 3");
        long proposal = jdbc.sql("select id from safety.proposal where state = 'OPEN'").query(Long.class).single();
        assertThat(call(get("/proposals/{id}", proposal), As.review1()).getContentAsString()).contains("市が避難情報を出しました", "川の近くから離れてください", "レベル3");
        assertThat(call(revise(number, 1, "4", area, other), As.roster1()).getRedirectedUrl()).isEqualTo("/orders/" + number);
        assertThat(proposed()).containsExactly("REAL " + area + " 4", "REAL " + other + " 4");
        noProposals();
        assertThat(call(revise(number, 2, "3", area, other), As.review1()).getRedirectedUrl()).isNotNull();
        assertThat(proposed()).as("what falls proposes nothing").isEmpty();
        assertThat(call(revise(number, 2, "5", area), As.review1()).getStatus()).as("seen by an older page").isEqualTo(409);
        JsonNode third = told(number);
        assertThat(third.path("revision").asInt()).isEqualTo(3);
        assertThat(third.path("act").asText()).isEqualTo("REVISED");
        assertThat(third.path("level").asInt()).isEqualTo(3);
        assertThat(third.path("areas").size()).isEqualTo(2);
        call(post("/orders/{n}/end", number).param("revision", "3"), As.review1());
        assertThat(told(number).path("act").asText()).isEqualTo("LIFTED");
        assertThat(told(number).path("level").isNull()).isTrue();
        assertThat(call(revise(number, 4, "5", area), As.review1()).getStatus()).as("over").isEqualTo(409);
        assertThat(call(get("/orders/{n}", number), As.review1()).getContentAsString()).contains("解除しました").doesNotContain("変えたとおりに記録する");
        assertThat(jdbc.sql("select act || ' ' || by_name from safety.order_revision r join safety.evacuation_order o on o.id = r.order_id where o.number = ? order by revision")
                .param(UUID.fromString(number)).query(String.class).list()).containsExactly("ISSUED 中村 由美", "REVISED 加藤 浩", "REVISED 中村 由美", "LIFTED 中村 由美");
    }

    @Test
    void aDrillIsADrillAndAWithdrawalNoAllClear() throws Exception {
        String drill = issue("DRILL", "5", area);
        assertThat(proposed()).containsExactly("DRILL " + area + " 5");
        assertThat(call(get("/orders/{n}", drill), As.review1()).getContentAsString()).contains("【訓練】");
        call(post("/orders/{n}/end", drill).param("revision", "1").param("withdrawn", "true"), As.review1());
        assertThat(told(drill).path("act").asText()).isEqualTo("WITHDRAWN");
        assertThat(call(get("/orders/{n}", drill), As.review1()).getContentAsString()).contains("危険がなくなったという意味ではありません");
        issue("TEST", "4", other);
        assertThat(proposed()).as("a test proposes nothing").containsExactly("DRILL " + area + " 5");
    }

    @Test
    void whatIsWrongIsSaidAndNobodyElseWrites() throws Exception {
        MockHttpServletResponse empty = call(post("/orders").param("mode", "REAL").param("words", ""), As.review1());
        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(call(post("/orders").param("mode", "REAL").param("hazard", "FLOOD").param("level", "4").param("areas", "どこにもない町"), As.review1()).getStatus()).isEqualTo(422);
        for (RequestPostProcessor stranger : List.of(As.machi1(), As.aoba1(), As.admin1())) {
            assertThat(call(get("/orders"), stranger).getStatus()).isEqualTo(403);
            assertThat(call(post("/orders").param("mode", "REAL").param("hazard", "FLOOD").param("level", "4"), stranger).getStatus()).isEqualTo(403);
        }
        assertThat(mvc.perform(get("/api/v1/evacuation-orders").with(As.system("safety:read"))).andReturn().getResponse().getStatus()).isEqualTo(403);
        assertThat(mvc.perform(get("/api/v1/evacuation-orders/1").with(As.system("warnings:read"))).andReturn().getResponse().getStatus()).isEqualTo(404);
    }

    private static List<String> children(Element of) {
        List<String> names = new ArrayList<>();
        for (Node n = of.getFirstChild(); n != null; n = n.getNextSibling()) {
            names.add(n.getLocalName() + "=" + (n.getChildNodes().getLength() > 1 ? "" : n.getTextContent()));
        }
        return names;
    }

    private Element cap(String number) throws Exception {
        MockHttpServletResponse answer = mvc.perform(get("/api/v1/evacuation-orders/{n}/cap", number).with(As.system("warnings:read"))).andReturn().getResponse();
        assertThat(answer.getContentType()).startsWith("application/cap+xml");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.getContentAsByteArray())).getDocumentElement();
    }

    /** The order of the elements is that of CAP 1.2's schema, which allows no other. */
    @Test
    void capSaysTheSame() throws Exception {
        String number = issue("REAL", "4", area);
        Element first = cap(number);
        assertThat(first.getNamespaceURI()).isEqualTo("urn:oasis:names:tc:emergency:cap:1.2");
        List<String> alert = children(first);
        assertThat(alert).hasSize(7).startsWith("identifier=" + number + "-1", "sender=michishirube-990019").endsWith("status=Actual", "msgType=Alert", "scope=Public", "info=");
        String sent = alert.get(2);
        assertThat(sent).matches("sent=\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+09:00");
        assertThat(children((Element) first.getLastChild()).stream().filter(c -> !c.startsWith("effective="))).containsExactly("language=ja-JP", "category=Met",
                "event=警戒レベル4 避難指示", "responseType=Evacuate", "urgency=Immediate", "severity=Severe", "certainty=Likely", "senderName=みちしるべ市", "headline=洪水 警戒レベル4 避難指示",
                "description=川の近くから離れてください", "area=");
        call(post("/orders/{n}/end", number).param("revision", "1"), As.review1());
        assertThat(children(cap(number))).contains("msgType=Update", "references=michishirube-990019," + number + "-1," + sent.substring("sent=".length()));
        assertThat(children((Element) cap(number).getLastChild())).contains("responseType=AllClear", "urgency=Past");
        String wrong = issue("DRILL", "5", area);
        call(post("/orders/{n}/end", wrong).param("revision", "1").param("withdrawn", "true"), As.review1());
        assertThat(children(cap(wrong))).contains("status=Exercise", "msgType=Cancel");
        assertThat(children((Element) cap(wrong).getLastChild())).contains("responseType=None").doesNotContain("responseType=AllClear");
    }
}
