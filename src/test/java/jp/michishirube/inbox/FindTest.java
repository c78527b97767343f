package jp.michishirube.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A case is found by whatever one remembers of it, running, over or in force, by those who may open it and by nobody else. */
@ProductTest
class FindTest {

    @Autowired private MockMvc mvc;
    @Autowired private SharedPlans plans;
    @Autowired private OpenCase open;
    @Autowired private JdbcClient jdbc;

    private String found(RequestPostProcessor who, String words) throws Exception {
        String address = mvc.perform(post("/cases/search").param("q", words).param("kind", "ALL").with(who).with(csrf())).andReturn().getResponse().getRedirectedUrl();
        assertThat(address).startsWith("/cases?").doesNotContain("%E");
        return mvc.perform(get(address).with(who)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void aPlanInForceIsFoundByNameNumberAreaAndSupporter() throws Exception {
        CaseFile plan = plans.inForce("発見町");
        String row = "id=\"c-" + plan.number() + "\"";
        assertThat(found(As.aoba1(), "発見町 しけん")).contains(row, "氏名・カナ");
        assertThat(found(As.review1(), "発見町")).contains(row, "計画が有効");
        assertThat(found(As.review1(), plan.number().value())).contains(row);
        assertThat(found(As.aoba1(), "発見町 隣一郎")).contains(row, "支援者：隣 一郎");
        assertThat(found(As.aoba1(), "発見町 だれでもない")).doesNotContain(row).contains("合うものはありません");
        assertThat(found(As.wakakusa1(), "発見町")).as("another office").doesNotContain(row);
        assertThat(mvc.perform(get("/cases").param("area", "発見町").with(As.aoba1())).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8))
                .as("the list of plans in force, without a word").contains(row);
        assertThat(jdbc.sql("select count(*) from privacy.list_read where list = 'cases' and ? = any(cases)").param(plan.id().value()).query(Integer.class).single())
                .as("each reading leaves a line").isGreaterThanOrEqualTo(5);
    }

    /** A form of former plans that cannot be read hides the supporters of those plans alone, and stands where people see it. */
    @Test
    void aFormThatCannotBeReadHidesNoOtherPlan() throws Exception {
        CaseFile plan = plans.inForce("様式町");
        CaseFile lost = plans.inForce("失様式町");
        plans.unreadable(lost, "find-broken");
        try {
            assertThat(found(As.aoba1(), "様式町 隣一郎")).contains("id=\"c-" + plan.number() + "\"").doesNotContain("id=\"c-" + lost.number() + "\"");
            assertThat(mvc.perform(get("/engine/left-aside").with(As.review1())).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("find-broken");
        } finally {
            plans.readable(lost, "find-broken");
        }
        assertThat(found(As.aoba1(), "失様式町 隣一郎")).contains("id=\"c-" + lost.number() + "\"");
        assertThat(jdbc.sql("select count(*) from casefile.left_aside where item = 'find-broken'").query(Integer.class).single()).as("no more to be seen to").isZero();
    }

    @Test
    void aProtectedPersonIsFoundByTheOwnOfficeAlone() throws Exception {
        CaseFile hidden = open.open(new Resident(0, "FIND-P", null, "隠野 花", "カクシノ ハナ", LocalDate.of(1950, 1, 1), "女", "", "秘町1", "", "秘町"), "AOBA", 3);
        String row = "id=\"c-" + hidden.number() + "\"";
        assertThat(found(As.review1(), "隠野")).contains(row);
        jdbc.sql("insert into casefile.protection (resident_id, ground, set_by, set_by_name, set_at) values (?, 'test', 'x', 'x', now())")
                .param(hidden.resident().id()).update();
        assertThat(found(As.review1(), "隠野")).doesNotContain(row);
        assertThat(found(As.aoba1(), "隠野")).contains(row);
    }
}
