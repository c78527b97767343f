package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The nightly look finds what no list shows, and the page tells it by case numbers alone. */
@ProductTest
class StrandedWorkTest {

    @Autowired private StrandedWork stranded;
    @Autowired private Loop loop;
    @Autowired private RuntimeService runtime;
    @Autowired private JdbcClient jdbc;
    @Autowired private MockMvc mvc;

    @Test
    void whatStandsStillIsFoundAndWhatGoesOnIsNot() throws Exception {
        CaseFile fine = loop.atReview();
        CaseFile withoutProcess = loop.atReview();
        runtime.deleteProcessInstance(instance(withoutProcess), "test");
        CaseFile withoutWork = loop.atReview();
        jdbc.sql("delete from inbox.work_item where case_id = ?").param(withoutWork.id().value()).update();
        CaseFile ended = loop.atReview();
        jdbc.sql("update casefile.casefile set state = 'NOT_ELIGIBLE' where id = ?").param(ended.id().value()).update();
        CaseFile suspended = loop.atReview();
        runtime.suspendProcessInstanceById(instance(suspended));
        CaseFile withoutTask = loop.atReview();
        jdbc.sql("update inbox.work_item set task_id = 'gone-' || task_id where case_id = ?").param(withoutTask.id().value()).update();

        stranded.everyNight();
        assertThat(kindsOf(fine)).isEmpty();
        assertThat(kindsOf(withoutProcess)).containsExactly("case-without-process");
        assertThat(kindsOf(withoutWork)).containsExactly("case-without-work");
        assertThat(kindsOf(ended)).containsExactly("process-without-case");
        assertThat(kindsOf(suspended)).containsExactly("process-suspended");
        assertThat(kindsOf(withoutTask)).containsExactly("work-without-task");

        String page = mvc.perform(get("/engine").with(As.admin1())).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        assertThat(page).contains(withoutProcess.number().value(), "案件は開いているが、進める処理がない", "一時停止したままの案件").doesNotContain("試験 太郎", fine.number().value());
        mvc.perform(get("/engine").with(As.roster1())).andExpect(status().isOk());
        for (var other : List.of(As.aoba1(), As.machi1())) {
            mvc.perform(get("/engine").with(other)).andExpect(status().isForbidden());
        }
        mvc.perform(post("/engine/look").with(As.review1()).with(csrf())).andExpect(status().isForbidden());

        jdbc.sql("update casefile.casefile set state = 'OPEN' where id = ?").param(ended.id().value()).update();
        runtime.activateProcessInstanceById(instance(suspended));
        mvc.perform(post("/engine/look").with(As.admin1()).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(kindsOf(ended)).isEmpty();
        assertThat(kindsOf(suspended)).isEmpty();
        // The lists are other tests' too.
        for (CaseFile file : List.of(withoutWork, withoutTask)) {
            runtime.deleteProcessInstance(instance(file), "test");
            jdbc.sql("delete from inbox.work_item where case_id = ?").param(file.id().value()).update();
        }
        for (CaseFile file : List.of(withoutProcess, withoutWork, withoutTask)) {
            jdbc.sql("update casefile.casefile set state = 'NOT_ELIGIBLE', ended_at = now() where id = ?").param(file.id().value()).update();
        }
    }

    private List<String> kindsOf(CaseFile file) {
        return stranded.last().stream().filter(f -> f.caseNumber().equals(file.number().value())).map(StrandedWork.Finding::kind).toList();
    }

    private String instance(CaseFile file) {
        return runtime.createProcessInstanceQuery().processDefinitionKey("evacuation-plan").processInstanceBusinessKey("case-" + file.id().value())
                .singleResult().getId();
    }
}
