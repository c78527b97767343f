package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
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
import org.springframework.test.web.servlet.MockMvc;

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
            "{\"retries\":1,\"dueDate\":\"2026-01-01T00:00:00.000+0900\"}", "{\"retries\":1", "{\"retries\":1,\"x\":1}", "{\"retries\":1}" + " ".repeat(3000)}) {
            assertThat(put("/job/3f/retries", body)).as(body).isEqualTo(403);
        }
        for (String body : new String[] {"{}", "{\"suspended\":\"true\"}", "{\"suspended\":true,\"executionDate\":\"2027-01-01T00:00:00\"}",
            "{\"suspended\":true,\"processDefinitionKey\":\"evacuation-plan\"}", "{\"suspended\":true,\"processInstanceIds\":[\"a\"]}"}) {
            assertThat(put("/process-instance/3f/suspended", body)).as(body).isEqualTo(403);
        }
        assertThat(acts.page(0, 1).get(0).act()).isEqualTo("refused");
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

    private int put(String path, String body) throws Exception {
        return mvc.perform(request(HttpMethod.PUT, rest() + path).contentType("application/json").content(body).with(As.admin1())).andReturn().getResponse().getStatus();
    }

    private String rest() {
        return "/camunda/api/engine/engine/" + engine.getName();
    }
}
