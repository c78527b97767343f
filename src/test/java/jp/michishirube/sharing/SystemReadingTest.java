package jp.michishirube.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.consent.rule.Disclosures;
import jp.michishirube.consent.rule.Ground;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterAnswer;
import jp.michishirube.consent.rule.SupporterKey;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A client-credentials token names a system, not a person: consent is asked per resident on every call. */
@ProductTest
class SystemReadingTest {

    private static final String[] PATHS = {"plan", "submissions", "submissions/1", "submissions/1/diff/1", "plan.pdf"};

    @Autowired private MockMvc mvc;
    @Autowired private SharedPlans plans;
    @Autowired private SupporterAgreements agreements;
    @Autowired private Disclosures disclosures;
    @Autowired private Timeline timeline;
    @Autowired private Loop loop;
    @Autowired private JdbcClient jdbc;

    @Test
    void aSystemReadsOnConsentOnlyAndLeavesALine() throws Exception {
        CaseFile file = plans.inForce("青葉町");
        assertThat(read(file, "plan").getStatus()).isEqualTo(200);
        assertThat(disclosures.of(file.id())).first().satisfies(l -> {
            assertThat(l.party().kind()).isEqualTo(Party.Kind.MUNICIPALITY);
            assertThat(l.ground()).isEqualTo(Ground.CONSENT);
        });
        long record = jdbc.sql("select record_id from consent.standing where resident_id = ? and purpose = 'PLAN_MAKING'")
                .param(file.resident().id()).query(Long.class).single();
        ends(file, "now() - interval '1 minute'");
        for (String path : PATHS) {
            assertThat(read(file, path).getStatus()).as(path).isEqualTo(403);
        }
        ends(file, "null");
        mvc.perform(post("/api/v1/cases/{n}/consents/{id}/withdrawal", file.number(), record).with(As.aoba1Token("consents:write"))
                .contentType("application/json").content("{\"givenBy\":\"SELF\",\"channel\":\"ORAL\",\"afterwards\":\"END\"}"));
        for (String path : PATHS) {
            assertThat(read(file, path).getStatus()).as(path).isIn(403, 410);
        }
        assertThat(read(file, "plan").getContentAsString()).contains("plan-given-up");
    }

    /** The ways begin at the home, distances tell where it is, and what office and city wrote quotes the plan. */
    @Test
    void whatStandsBesideThePlanIsReadOnConsentToo() throws Exception {
        CaseFile file = plans.inForce("青葉町");
        mvc.perform(post("/api/v1/cases/{n}/messages", file.number()).with(As.aoba1Token("tasks:write")).contentType("application/json").content("{\"text\":\"親戚の家は川の近く\"}"));
        String[] beside = {"cases/" + file.number() + "/routes", "cases/" + file.number() + "/remarks", "cases/" + file.number() + "/messages", "places?case=" + file.number()};
        for (String path : beside) {
            assertThat(system(path).getStatus()).as(path + ": not all supporters have agreed to be named").isEqualTo(403);
        }
        for (String[] supporter : new String[][] {{"隣 一郎", "0242-22-2222"}, {"頼み 二郎", "0242-33-3333"}, {"熊谷 恵子", "090-0990-7017"}, {"青葉町自主防災会", "0990-24-1000"}}) {
            agrees(file, supporter[0], supporter[1]);
        }
        long before = disclosures.of(file.id()).stream().filter(l -> l.party().kind() == Party.Kind.MUNICIPALITY).count();
        for (String path : beside) {
            assertThat(system(path).getStatus()).as(path).isEqualTo(200);
        }
        assertThat(disclosures.of(file.id()).stream().filter(l -> l.party().kind() == Party.Kind.MUNICIPALITY).count()).isGreaterThan(before);
        ends(file, "now() - interval '1 minute'");
        for (String path : beside) {
            MockHttpServletResponse answer = system(path);
            assertThat(answer.getStatus()).as(path).isEqualTo(403);
            assertThat(answer.getContentAsString()).contains("plan-consent-missing");
        }
    }

    @Test
    void theHistoryNamesNobodyToASystemWhomThePlanNames() throws Exception {
        CaseFile file = plans.inForce("青葉町");
        timeline.append(file.id(), "supporter-link-mailed", Map.of("name", "隣 一郎"));
        String path = "cases/" + file.number() + "/timeline";
        assertThat(system(path).getContentAsString(java.nio.charset.StandardCharsets.UTF_8)).contains("supporter-link-mailed", "渡す相手").doesNotContain("隣 一郎");
        assertThat(mvc.perform(get("/api/v1/" + path).with(As.aoba1Token("cases:read"))).andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .contains("隣 一郎");
    }

    private MockHttpServletResponse system(String path) throws Exception {
        return mvc.perform(get("/api/v1/" + path).with(As.system("plans:read", "cases:read"))).andReturn().getResponse();
    }

    private void ends(CaseFile file, String when) {
        jdbc.sql("update consent.standing set valid_until = " + when + " where resident_id = ? and purpose = 'PLAN_MAKING'").param(file.resident().id()).update();
    }

    @Test
    void aSupporterWhoHasNotAgreedIsNotShownToASystemEither() throws Exception {
        CaseFile file = plans.inForce("青葉町");
        agrees(file, "隣 一郎", "0242-22-2222");
        for (String path : new String[] {"plan", "submissions", "submissions/1"}) {
            assertThat(read(file, path).getContentAsString(java.nio.charset.StandardCharsets.UTF_8)).as(path).contains("隣 一郎", "試験 太郎")
                    .doesNotContain("頼み 二郎", "0242-33-3333");
        }
        assertThat(read(file, "plan.pdf").getStatus()).as("a page names all of them").isEqualTo(403);
        agrees(file, "頼み 二郎", "0242-33-3333");
        agrees(file, "熊谷 恵子", "090-0990-7017");
        agrees(file, "青葉町自主防災会", "0990-24-1000");
        assertThat(read(file, "plan.pdf").getContentType()).isEqualTo("application/pdf");
    }

    private void agrees(CaseFile file, String name, String phone) {
        loop.as("aoba1", () -> agreements.record(file.id(), SupporterKey.of(name, phone), SupporterAnswer.AGREED, LocalDate.now().minusDays(1),
                SupporterAgreements.How.TELEPHONE, null));
    }

    private MockHttpServletResponse read(CaseFile file, String path) throws Exception {
        return mvc.perform(get("/api/v1/cases/" + file.number() + "/" + path).with(As.system("plans:read"))).andReturn().getResponse();
    }
}
