package jp.michishirube.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The list of plans in force: whom it shows to whom, by what it is narrowed, and that it leaves a line of each person it showed. */
@ProductTest
class PlansInForceTest {

    @Autowired private MockMvc mvc;
    @Autowired private SharedPlans plans;
    @Autowired private ProposeRenewal propose;
    @Autowired private JdbcClient jdbc;

    @Test
    void officesSeeTheirOwnAndTheCityAllByWhatIsDue() throws Exception {
        CaseFile calm = plans.inForce("一覧町");
        CaseFile renewed = plans.inForce("一覧町");
        propose.propose(renewed.id(), Reason.askedFor(LocalDate.now()));
        String all = page("/plans-in-force?area=一覧町", As.aoba1());
        assertThat(all).contains(calm.number().value(), renewed.number().value(), "隣 一郎", "すべて（2）", "更新している計画（1）", "日を過ぎた計画（0）").doesNotContain("??");
        assertThat(page("/plans-in-force?area=一覧町&due=RENEWED", As.roster1())).contains(renewed.number().value()).doesNotContain(calm.number().value());
        assertThat(page("/plans-in-force?area=一覧町", As.wakakusa1())).doesNotContain(calm.number().value(), renewed.number().value());
        assertThat(page("/plans-in-force?area=一覧町&office=WAKAKUSA", As.roster1())).doesNotContain(calm.number().value());
        assertThat(page("/plans-in-force?area=一覧町&office=WAKAKUSA", As.aoba1())).as("an office has no other").contains(calm.number().value());
        mvc.perform(get("/plans-in-force").with(As.machi1())).andExpect(status().isForbidden());
        assertThat(jdbc.sql("select count(*) from privacy.list_read where person_id = 'aoba1' and list = 'plans-in-force' and cases @> array[cast(? as bigint)]")
                .param(calm.id().value()).query(Integer.class).single()).isPositive();

        String csv = new String(mvc.perform(get("/plans-in-force.csv?area=一覧町").with(As.aoba1())).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF").contains(calm.number().value(), LocalDate.now().plusYears(1).toString());
        try (PDDocument pdf = Loader.loadPDF(mvc.perform(get("/plans-in-force.pdf?area=一覧町").with(As.aoba1())).andExpect(status().isOk()).andReturn()
                .getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains(calm.number().value());
        }
        mvc.perform(post("/cases/{n}/protection", calm.number()).param("ground", "住民基本台帳事務における支援措置")
                .param("until", LocalDate.now().plusYears(1).toString()).with(As.roster1()).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(page("/plans-in-force?area=一覧町", As.roster1())).doesNotContain(calm.number().value()).contains("すべて（1）");
    }

    @Test
    void aPlanThatCannotBeReadTakesNoOtherAwayAndIsNoPlanWithoutSupporters() throws Exception {
        CaseFile calm = plans.inForce("難読一覧町");
        CaseFile lost = plans.inForce("難読一覧町");
        plans.unreadable(lost, "list-broken");
        try {
            assertThat(page("/plans-in-force?area=難読一覧町", As.aoba1())).contains(calm.number().value(), "隣 一郎", lost.number().value(), "計画を読み取れません");
            assertThat(mvc.perform(get("/plans-in-force.csv?area=難読一覧町").with(As.aoba1())).andExpect(status().isOk()).andReturn().getResponse()
                    .getContentAsString(StandardCharsets.UTF_8)).contains("計画を読み取れません");
        } finally {
            plans.readable(lost, "list-broken");
        }
    }

    private String page(String address, RequestPostProcessor as) throws Exception {
        return mvc.perform(get(address).with(as)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }
}
