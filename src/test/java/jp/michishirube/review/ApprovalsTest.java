package jp.michishirube.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** Several plans approved at once: each by itself. */
@ProductTest
class ApprovalsTest {

    @Autowired private MockMvc mvc;
    @Autowired private Loop loop;
    @Autowired private MakeRemark makeRemark;
    @Autowired private ApprovePlan approve;
    @Autowired private JdbcClient jdbc;

    @Test
    @SuppressWarnings("unchecked")
    void eachIsCheckedAgainAndToldByItself() throws Exception {
        CaseFile good = loop.atReview();
        CaseFile remarked = loop.atReview();
        CaseFile gone = loop.atReview();
        loop.as("review2", () -> makeRemark.make(remarked, 1, "/resident/phone", RemarkKind.values()[0], "番号を確かめてください", null));
        String page = mvc.perform(get("/approvals").param("case", good.number().value(), remarked.number().value(), gone.number().value(), "2026-99999-9")
                .with(As.review1())).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("value=\"" + good.number() + "@1\"", "value=\"" + gone.number() + "@1\"", "書き留めた指摘があります", "1件は")
                .doesNotContain("value=\"" + remarked.number() + "@1\"");
        loop.as("review2", () -> approve.approve(gone, 1, null));
        MvcResult answer = mvc.perform(post("/approvals").param("plan", good.number() + "@1", remarked.number() + "@1", gone.number() + "@1", good.number() + "@7", "nonsense")
                .with(As.review1()).with(csrf())).andReturn();
        assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/inbox");
        assertThat((List<String>) answer.getFlashMap().get("done")).containsExactly(good.number().value());
        assertThat((List<String>) answer.getFlashMap().get("refused")).hasSize(4).anyMatch(r -> r.startsWith(remarked.number().value()))
                .anyMatch(r -> r.startsWith(gone.number().value()));
        assertThat(decisions(good)).containsExactly("review1");
        assertThat(decisions(gone)).containsExactly("review2");
        assertThat(decisions(remarked)).isEmpty();
    }

    @Test
    void theListLeadsThereWithWhatWasChosen() throws Exception {
        CaseFile one = loop.atReview();
        CaseFile two = loop.atReview();
        String to = mvc.perform(post("/inbox/many").param("act", "approve").param("task", taskOf(one), taskOf(two)).with(As.review1()).with(csrf()))
                .andReturn().getResponse().getRedirectedUrl();
        assertThat(to).isEqualTo("/approvals?case=" + one.number() + "%2C" + two.number());
    }

    @Test
    void aLeaderOfAnOfficeApprovesNothingWhereTheCityReviews() throws Exception {
        CaseFile file = loop.atReview();
        MvcResult answer = mvc.perform(post("/approvals").param("plan", file.number() + "@1").with(As.aoba1()).with(csrf())).andReturn();
        assertThat((List<?>) answer.getFlashMap().get("done")).isEmpty();
        assertThat(decisions(file)).isEmpty();
    }

    private String taskOf(CaseFile file) {
        return jdbc.sql("select task_id from inbox.work_item where case_id = ? and step = 'REVIEW_PLAN'").param(file.id().value()).query(String.class).single();
    }

    private List<String> decisions(CaseFile file) {
        return jdbc.sql("select decided_by from review.round where case_id = ? and decision = 'APPROVED'").param(file.id().value()).query(String.class).list();
    }
}
