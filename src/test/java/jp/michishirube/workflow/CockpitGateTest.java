package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Who is let through to Cockpit with what, and the line that each act leaves. The engine's own answers are the journey's business. */
@ProductTest
class CockpitGateTest {

    @Autowired private MockMvc mvc;
    @Autowired private AdminActs acts;
    @Autowired private Loop loop;
    @Autowired private RuntimeService runtime;
    @Autowired private ManagementService management;
    @Autowired private Timeline timeline;
    @Autowired private ProcessEngine engine;

    @Test
    void anActLeavesItsLineBeforeItIsDoneAndTheCaseTellsItAfterwards() throws Exception {
        CaseFile file = loop.atReview();
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey("case-" + file.id().value()).singleResult().getId();
        String job = management.createJobQuery().processInstanceId(instance).list().get(0).getId();
        assertThat(put("/job/" + job + "/retries", "{\"retries\":1}")).isNotEqualTo(403);
        AdminActs.Line line = acts.page(0, 1).get(0);
        assertThat(line.act()).isEqualTo("retry-job");
        assertThat(line.name()).isEqualTo("吉田 管理");
        assertThat(line.caseNumber()).isEqualTo(file.number().value());
        assertThat(put("/process-instance/" + instance + "/suspended/", "{\"suspended\":false}")).isNotEqualTo(403);
        assertThat(acts.page(0, 1).get(0).act()).isEqualTo("activate-instance");
        loop.as("admin1", () -> acts.done(acts.begin("suspend-instance", instance)));
        assertThat(timeline.of(file.id())).anySatisfy(e -> {
            assertThat(e.kind()).isEqualTo("admin-act");
            assertThat(e.details()).isEqualTo(Map.of("adminAct", "suspend-instance"));
        });
    }

    @Test
    void aBodyThatAsksForMoreIsRefused() throws Exception {
        for (String body : new String[] {"", "[]", "{}", "{\"retries\":0}", "{\"retries\":-1}", "{\"retries\":1000}", "{\"retries\":\"1\"}", "{\"retries\":1.5}",
            "{\"retries\":1,\"dueDate\":\"2026-01-01T00:00:00.000+0900\"}", "{\"retries\":1", "{\"retries\":1,\"x\":1}", "{\"retries\":1,\"retries\":5}", "{\"retries\":1}" + " ".repeat(3000)}) {
            assertThat(put("/job/3f/retries", body)).as(body).isEqualTo(403);
        }
        for (String body : new String[] {"{}", "{\"suspended\":\"true\"}", "{\"suspended\":true,\"executionDate\":\"2027-01-01T00:00:00\"}",
            "{\"suspended\":true,\"processDefinitionKey\":\"evacuation-plan\"}", "{\"suspended\":true,\"processInstanceIds\":[\"a\"]}"}) {
            assertThat(put("/process-instance/3f/suspended", body)).as(body).isEqualTo(403);
        }
        assertThat(acts.page(0, 1).get(0).act()).isEqualTo("refused");
    }

    @Test
    void whatIsAskedIsReadAsStrictlyAsEverythingThatComesIn() throws Exception {
        for (String body : new String[] {"", "[", "{\"a\":1}{}", "{\"jobId\":\"\\u0000\"}", "{\"jobId\":\"\\ud83d\"}", "{\"a\":1,\"a\":2}"}) {
            assertThat(ask(post(rest() + "/job").content(body)).getStatus()).as(body).isEqualTo(400);
        }
        assertThat(ask(post(rest() + "/job").content("[".repeat(100))).getStatus()).isEqualTo(413);
        assertThat(ask(post(rest() + "/job").content("{\"jobIds\":[" + "\"x\",".repeat(20_000) + "\"x\"]}")).getStatus()).isEqualTo(413);
        MockHttpServletResponse told = ask(get(rest() + "/job").param("jobId", "a\u0000b").locale(java.util.Locale.JAPANESE));
        assertThat(told.getStatus()).isEqualTo(400);
        assertThat(told.getContentAsString()).contains("\"message\":\"文字として使えない");
        assertThat(ask(get(rest() + "/job").param("jobIds", "x,".repeat(5_000))).getStatus()).isEqualTo(413);
    }

    @Test
    void whatIsGoneIsToldInWords() throws Exception {
        for (String[] act : new String[][] {{"/job/3f/retries", "{\"retries\":1}"}, {"/job-definition/3f/retries", "{\"retries\":1}"}, {"/job/3f/suspended", "{\"suspended\":true}"},
            {"/job-definition/3f/suspended", "{\"suspended\":true}"}, {"/process-instance/3f/suspended", "{\"suspended\":true}"}}) {
            MockHttpServletResponse told = ask(request(HttpMethod.PUT, rest() + act[0]).content(act[1]).locale(java.util.Locale.JAPANESE));
            assertThat(told.getStatus()).as(act[0]).isEqualTo(404);
            assertThat(told.getContentAsString()).contains("対象がもうありません");
        }
    }

    @Test
    void aMethodInAHeaderIsRefused() throws Exception {
        for (String header : new String[] {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"}) {
            assertThat(mvc.perform(get(rest() + "/job").header(header, "DELETE").with(As.admin1())).andReturn().getResponse().getStatus()).isEqualTo(403);
        }
    }

    @Test
    void nobodyElseComesIn() throws Exception {
        for (String path : new String[] {"/camunda/app/cockpit/default/", rest() + "/job", "/camunda-welcome/index.html", "/plugin/cockpit/app/plugin.js"}) {
            assertThat(mvc.perform(get(path).with(As.roster1())).andReturn().getResponse().getStatus()).as(path).isEqualTo(403);
            assertThat(mvc.perform(get(path)).andReturn().getResponse().getStatus()).as(path).isIn(302, 401);
        }
        assertThat(mvc.perform(request(HttpMethod.PUT, rest() + "/job/3f/retries").content("{\"retries\":1}").with(As.roster1())).andReturn().getResponse()
                .getStatus()).isEqualTo(403);
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = mvc.perform(request.contentType("application/json").with(As.admin1())).andReturn().getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
    }

    private int put(String path, String body) throws Exception {
        return mvc.perform(request(HttpMethod.PUT, rest() + path).contentType("application/json").content(body).with(As.admin1())).andReturn().getResponse().getStatus();
    }

    private String rest() {
        return "/camunda/api/engine/engine/" + engine.getName();
    }
}
