package jp.michishirube.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.ObjectMapper;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.CaseSteps;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.casefile.TimelineEntry;
import jp.michishirube.organization.Role;
import jp.michishirube.problem.Problem;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.MockMvc;

/** Who handed a plan in does not approve it alone; where the municipality lets offices of one do so, page and timeline say it. */
@ProductTest
class SecondPairTest {

    @Autowired private Loop loop;
    @Autowired private ApprovePlan approve;
    @Autowired private CaseProcess process;
    @Autowired private CaseSteps steps;
    @Autowired private Timeline timeline;
    @Autowired private MockMvc mvc;

    @Test
    void theOwnPlanWaitsForSomebodyElse() throws Exception {
        CaseFile file = loop.atReview("aoba1");
        assertThatThrownBy(() -> loop.as("aoba1", () -> approve.approve(file, 1, null))).isInstanceOf(Problem.class).hasMessage("second-pair-needed");
        assertThat(process.openSteps(file.id())).containsExactly(Step.REVIEW_PLAN);
        assertThat(page(file, "aoba1")).contains("ほかの人の目で確かめるため");
        assertThat(page(file, "review1")).doesNotContain("あなたが提出した計画です");
        loop.as("review1", () -> approve.approve(file, 1, null));
        assertThat(process.openSteps(file.id())).doesNotContain(Step.REVIEW_PLAN);
        assertThat(timeline.of(file.id())).extracting(TimelineEntry::kind).contains("plan-approved");
    }

    @Test
    void whereThePolicyAllowsItItIsSaid() throws Exception {
        Object before = ReflectionTestUtils.getField(steps, "policy");
        ReflectionTestUtils.setField(steps, "policy", new ObjectMapper().readValue("{\"approveOwnPlan\":true}", before.getClass()));
        try {
            CaseFile file = loop.atReview("aoba1");
            assertThat(page(file, "aoba1")).contains("自分で承認したことが経緯に残ります");
            loop.as("aoba1", () -> approve.approve(file, 1, null));
            assertThat(timeline.of(file.id())).extracting(TimelineEntry::kind).contains("plan-approved-by-author").doesNotContain("plan-approved");
        } finally {
            ReflectionTestUtils.setField(steps, "policy", before);
        }
    }

    private String page(CaseFile file, String id) throws Exception {
        return mvc.perform(get("/cases/{n}/review", file.number()).with(As.person(id, "確認 者", null, Role.REVIEWER))).andReturn().getResponse()
                .getContentAsString();
    }
}
