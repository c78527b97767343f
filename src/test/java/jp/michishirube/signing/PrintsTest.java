package jp.michishirube.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Step;
import jp.michishirube.organization.Role;
import jp.michishirube.plan.interview.SubmitPlan;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.As;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@ProductTest
class PrintsTest {

    @Autowired MockMvc mvc;
    @Autowired Loop loop;
    @Autowired SubmitPlan submit;
    @Autowired JdbcClient jdbc;
    @Autowired PrintBatches batches;
    @Autowired PressBatches press;

    @Test
    void listsAndLabelsHoldTheReadersCasesAlone() throws Exception {
        CaseFile file = loop.atReview();
        mvc.perform(get("/prints").with(As.roster1())).andExpect(status().isOk()).andExpect(content().string(containsString("青葉町")));
        assertThat(csv("/prints/list.csv", As.aoba1())).contains(file.number().value(), "\"試験 太郎\"");
        assertThat(csv("/prints/list.csv", As.wakakusa1())).doesNotContain(file.number().value());
        mvc.perform(get("/prints/list.csv").with(As.aoba2())).andExpect(status().isForbidden());
        mvc.perform(get("/prints/list.pdf").param("area", "青葉町").with(As.roster1())).andExpect(status().isOk());
        mvc.perform(get("/prints/labels.pdf").with(As.roster1())).andExpect(status().isOk());
        byte[] blank = mvc.perform(get("/prints/blank.pdf").with(As.aoba2())).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsByteArray();
        try (var pdf = Loader.loadPDF(blank)) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("□", "氏名");
        }
    }

    @Test
    void aListIsNarrowedToThePlaceAndTheCommissionerThatPlansName() throws Exception {
        CaseFile file = loop.atInterview();
        String commissioner = "松本 " + file.number();
        String place = jdbc.sql("select id::text from evacuation.place where name = '青葉小学校' and kind = 'SITE'").query(String.class).single();
        loop.as("aoba2", () -> {
            loop.write(file, loop.complete());
            loop.write(file, Map.of("/resident/commissioner", loop.json("\"" + commissioner + "\""), "/places/flood/site",
                    loop.json("{\"id\":\"" + place + "\",\"name\":\"青葉小学校\",\"designated\":true}")));
            submit.submit(file.id(), Step.INTERVIEW_RESIDENT, null, "");
        });
        CaseFile other = loop.atReview();
        mvc.perform(get("/prints").with(As.roster1())).andExpect(content().string(containsString(commissioner)))
                .andExpect(content().string(containsString("青葉小学校")));
        assertThat(csv("/prints/list.csv?place=" + place, As.roster1())).contains(file.number().value())
                .doesNotContain(other.number().value());
        String chosen = mvc.perform(post("/prints/search").param("order", "number").param("commissioner", commissioner).with(As.roster1()).with(csrf())).andReturn().getResponse()
                .getRedirectedUrl();
        assertThat(chosen).as("a name stands in no address").startsWith("/prints?").contains("order=number", "named=").doesNotContain("commissioner", "%");
        String page = mvc.perform(get(chosen).with(As.roster1())).andReturn().getResponse().getContentAsString();
        Matcher list = Pattern.compile("href=\"(/prints/list.csv[^\"]*)\"").matcher(page);
        assertThat(list.find()).isTrue();
        assertThat(list.group(1)).contains("named=").doesNotContain("commissioner=", "%E6");
        assertThat(csv(list.group(1).replace("&amp;", "&"), As.roster1())).contains(file.number().value()).doesNotContain(other.number().value());
        String written = "/prints/list.csv?commissioner=" + URLEncoder.encode(commissioner, StandardCharsets.UTF_8);
        assertThat(mvc.perform(get(URI.create(written)).with(As.roster1())).andReturn().getResponse().getRedirectedUrl()).startsWith("/prints/list.csv?named=");
        String foreign = mvc.perform(get(URI.create(written)).with(As.wakakusa1())).andReturn().getResponse().getRedirectedUrl();
        assertThat(csv(foreign, As.wakakusa1())).doesNotContain(file.number().value());
        mvc.perform(get("/prints").with(As.wakakusa1())).andExpect(content().string(not(containsString(commissioner))));
    }

    @Test
    void manyPlansBecomeOneFileInTheBackground() throws Exception {
        CaseFile file = loop.atReview();
        // An area of its own: the other tests' plans are many, and printing them all takes its time.
        jdbc.sql("update casefile.resident set area = '刷上町' where id = ?").param(file.resident().id()).update();
        String at = mvc.perform(post("/prints/batches").param("area", "刷上町").param("order", "number").with(As.roster1()).with(csrf()))
                .andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        Eventually.holds(() -> assertThat(mvc.perform(get(at).with(As.roster1())).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8)).contains("plans.pdf").doesNotContain("刷れませんでした"));
        byte[] pdf = mvc.perform(get(at + "/plans.pdf").with(As.roster1())).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("試験 太郎");
        }
        mvc.perform(get(at + "/plans.pdf").with(As.review1())).andExpect(status().isNotFound());
        aFileIsAskedForAnewByWhoMayPrintItNoMore(file);
        mvc.perform(post("/prints/batches").param("area", "どこにもない町").with(As.roster1()).with(csrf())).andExpect(status().isBadRequest());
    }

    /** The case went to another office after its leader had it printed; or the leader went. */
    private void aFileIsAskedForAnewByWhoMayPrintItNoMore(CaseFile file) throws Exception {
        String own = mvc.perform(post("/prints/batches").param("area", "刷上町").param("order", "number").with(As.aoba1()).with(csrf())).andReturn().getResponse().getRedirectedUrl();
        Eventually.holds(() -> mvc.perform(get(own + "/plans.pdf").with(As.aoba1())).andExpect(status().isOk()));
        mvc.perform(get(own + "/plans.pdf").with(As.person("aoba1", "佐藤 恵", "CHUO", Role.OFFICE_LEADER))).andExpect(status().isConflict());
        jdbc.sql("update casefile.casefile set office = 'CHUO' where id = ?").param(file.id().value()).update();
        mvc.perform(get(own + "/plans.pdf").with(As.aoba1())).andExpect(status().isConflict());
    }

    /** One plan of another version is named with its reason, by number; the others are in the file. */
    @Test
    void onePlanThatCannotBePrintedIsNamedAndTheOthersAreThere() throws Exception {
        CaseFile fine = loop.atReview();
        CaseFile broken = loop.atReview();
        CaseFile unwritten = loop.atInterview();
        String route = "/cases/" + broken.number() + "/route";
        mvc.perform(post(route + "/home").param("lat", "37.5020").param("lon", "139.9400").param("hazard", "FLOOD").with(csrf()).with(As.aoba2()));
        mvc.perform(post(route).param("hazard", "FLOOD").param("profile", "WALKER").param("speed", "1.8").param("version", "0")
                .param("drawn", "37.503,139.941;37.505,139.944").with(csrf()).with(As.aoba2())).andExpect(status().is3xxRedirection());
        jdbc.sql("update evacuation.route set content = '{\"of\": \"another version\"}' where case_id = ?").param(broken.id().value()).update();
        try {
            jdbc.sql("update casefile.resident set area = '一件刷町' where id in (?, ?, ?)").params(fine.resident().id(), broken.resident().id(), unwritten.resident().id()).update();
            String at = mvc.perform(post("/prints/batches").param("area", "一件刷町").param("order", "number").with(As.roster1()).with(csrf()))
                    .andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
            Eventually.holds(() -> assertThat(page(at)).contains("plans.pdf"));
            assertThat(page(at)).contains("刷れなかった計画（2件）", broken.number().value(), "思わぬ誤り", unwritten.number().value(), "計画はまだ書き始められていません")
                    .doesNotContain(fine.number().value(), "試験 太郎");
            byte[] pdf = mvc.perform(get(at + "/plans.pdf").with(As.roster1())).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
            try (var document = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(document)).contains("試験 太郎");
            }
        } finally {
            jdbc.sql("delete from evacuation.route where case_id = ?").param(broken.id().value()).update();
        }
    }

    private String page(String at) throws Exception {
        return mvc.perform(get(at).with(As.roster1())).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void aBatchThatLostItsNodeIsBegunAnewAndAnOldOneForgotten() throws Exception {
        CaseFile file = loop.atReview();
        long lost = batch(file, "RUNNING", "now() - interval '2 minutes'", 1);
        long held = batch(file, "RUNNING", "now()", 1);
        long hopeless = batch(file, "RUNNING", "now() - interval '2 minutes'", 3);
        jdbc.sql("update signing.print_batch set done = 7, skipped = 7 where id = ?").param(lost).update();
        press.look();
        Eventually.holds(() -> assertThat(state(lost)).isEqualTo("READY"));
        assertThat(jdbc.sql("select done from signing.print_batch where id = ?").param(lost).query(Integer.class).single()).isEqualTo(1);
        assertThat(state(held)).as("another node is at it").isEqualTo("RUNNING");
        assertThat(state(hopeless)).isEqualTo("FAILED");
        jdbc.sql("update signing.print_batch set started_at = now() - interval '8 days' where id = ?").param(lost).update();
        batches.forget();
        assertThat(jdbc.sql("select count(*) from signing.print_batch where id in (?, ?)").params(lost, held).query(Integer.class).single()).isEqualTo(1);
        batches.failed(held);
    }

    private long batch(CaseFile file, String state, String moved, int tries) {
        return jdbc.sql("insert into signing.print_batch (person, total, state, started_at, cases, moved_at, tries) values ('roster1', 1, ?, now(), ?, "
                + moved + ", ?) returning id").params(state, new Long[] {file.id().value()}, tries).query(Long.class).single();
    }

    private String state(long batch) {
        return jdbc.sql("select state from signing.print_batch where id = ?").param(batch).query(String.class).single();
    }

    private String csv(String path, org.springframework.test.web.servlet.request.RequestPostProcessor who) throws Exception {
        return new String(mvc.perform(get(path).with(who)).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
