package jp.michishirube.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseState;
import jp.michishirube.casefile.EndCase;
import jp.michishirube.consent.page.NamedSupporters;
import jp.michishirube.plan.versions.PlanInForce;
import jp.michishirube.plan.versions.PlansNaming;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.safety.reach.Reach;
import jp.michishirube.safety.reach.Whom;
import jp.michishirube.sharing.channel.Way;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** While a newer version is under way, everybody outside its making is shown the one in force. */
@ProductTest
class PlanInForceTest {

    @Autowired private MockMvc mvc;
    @Autowired private SharedPlans plans;
    @Autowired private PlanInForce inForce;
    @Autowired private Submissions submissions;
    @Autowired private SharePlan share;
    @Autowired private NamedSupporters named;
    @Autowired private PlansNaming naming;
    @Autowired private Reach reach;
    @Autowired private EndCase end;
    @Autowired private ObjectMapper mapper;

    @Test
    void readersSeeThePlanInForceUntilTheNewOneIs() throws Exception {
        CaseFile file = plans.inForce("更新一町", Map.of("/resident/email", "\"first@example.jp\""));
        assertThat(inForce.standing(file.id())).hasValueSatisfying(s -> assertThat(s.version()).isEqualTo(1));
        handIn(file);

        assertThat(inForce.of(file.id()).orElseThrow().version()).isEqualTo(1);
        assertThat(inForce.isBeingReplaced(file.id())).isTrue();
        assertThat(share.approved(file.id()).version()).isEqualTo(1);
        assertThat(reach.address(Whom.of(file.resident()), Way.MAIL)).contains("first@example.jp");
        assertThat(named.of(file.id())).extracting(NamedSupporters.NamedSupporter::name).contains("隣 一郎", "頼み 二郎");
        assertThat(supporters(file)).contains("隣 一郎", "頼み 二郎").doesNotHaveDuplicates();
        String front = page("/cases/" + file.number());
        assertThat(front).contains("計画 第1版", "新しい版を作っています", "隣 一郎").doesNotContain("計画 第2版", "??");
        assertThat(name("/cases/" + file.number() + "/plan.pdf", As.aoba1())).contains("-v1");
        assertThat(name("/cases/" + file.number() + "/plan.pdf?under-way=true", As.aoba1())).contains("-v2", "draft");
        assertThat(name("/api/v1/cases/" + file.number() + "/plan.pdf", As.review1Token("plans:read"))).contains("-v1");
        JsonNode plan = api(file, "/plan");
        assertThat(plan.path("inForce").asInt()).isEqualTo(1);
        assertThat(plan.path("submission").asInt()).isEqualTo(2);
        assertThat(api(file, "/plan/in-force").path("version").asInt()).isEqualTo(1);

        end.end(file.id(), CaseState.IN_FORCE);
        assertThat(inForce.standing(file.id()).orElseThrow().version()).isEqualTo(2);
        assertThat(share.approved(file.id()).version()).isEqualTo(2);
        assertThat(reach.address(Whom.of(file.resident()), Way.MAIL)).contains("second@example.jp");
        assertThat(supporters(file)).isEmpty();
        assertThat(api(file, "/plan/in-force").path("version").asInt()).isEqualTo(2);
        assertThat(page("/cases/" + file.number())).contains("計画 第2版").doesNotContain("新しい版を作っています", "隣 一郎");
    }

    @Test
    void aPlanThatIsNotInForceAnyMoreIsGivenToNoProgram() throws Exception {
        CaseFile file = plans.inForce("更新一町");
        end.end(file.id(), CaseState.NOT_ELIGIBLE);
        mvc.perform(get("/api/v1/cases/{n}/plan/in-force", file.number()).with(As.review1Token("plans:read"))).andExpect(status().isNotFound());
    }

    /** As the office would, from the plan in force: another address for mail and nobody who helps. */
    private void handIn(CaseFile file) {
        Submission first = submissions.latest(file.id()).orElseThrow();
        ObjectNode answers = first.answers().deepCopy();
        answers.remove("supporters");
        ((ObjectNode) answers.get("resident")).put("email", "second@example.jp");
        submissions.add(file.id(), new Submission(2, answers, first.provenance(), Instant.now(), "aoba2", first.formVersion()), "鈴木 健", "[]", "");
    }

    private List<String> supporters(CaseFile file) {
        List<String> names = new ArrayList<>();
        naming.supporters("AOBA", (caseId, name) -> {
            if (caseId.equals(file.id())) {
                names.add(name);
            }
        });
        return names;
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path).with(As.aoba1())).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }

    private JsonNode api(CaseFile file, String path) throws Exception {
        return mapper.readTree(mvc.perform(get("/api/v1/cases/" + file.number() + path).with(As.review1Token("plans:read"))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString());
    }

    private String name(String path, RequestPostProcessor as) throws Exception {
        return mvc.perform(get(path).with(as)).andExpect(status().isOk()).andReturn().getResponse().getHeader("Content-Disposition");
    }
}
