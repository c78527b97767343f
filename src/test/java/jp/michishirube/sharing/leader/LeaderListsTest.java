package jp.michishirube.sharing.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.sharing.SharedWithLeader;
import jp.michishirube.testing.As;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import jp.michishirube.testing.SandboxPages;
import jp.michishirube.testing.Surroundings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What lies on paper or on a former telephone when somebody changes their mind, comes under protection, or hands the office on. */
@ProductTest
class LeaderListsTest {

    @Autowired MockMvc mvc;
    @Autowired SharedPlans plans;
    @Autowired SharedWithLeader shared;
    @Autowired JdbcClient jdbc;

    private long leader(String area, String phone, String word, String blocks) throws Exception {
        String to = mvc.perform(post("/leaders").with(csrf()).with(As.roster1()).param("word", word).param("association", area + "町内会").param("name", "名簿 会長").param("phone", phone)
                .param("areas", area).param("blocks", blocks).param("from", LocalDate.now().minusDays(1).toString()).param("to", LocalDate.now().plusMonths(3).toString()))
                .andReturn().getResponse().getRedirectedUrl();
        long id = Long.parseLong(to.substring(to.lastIndexOf('/') + 1));
        jdbc.sql("update sharing.leader set pledge_version = 1, pledged_at = now() where id = ?").param(id).update();
        return id;
    }

    private CaseFile given(String area, String address) {
        CaseFile file = plans.inForce(area);
        jdbc.sql("update casefile.resident set address = ? where id = ?").params(address, file.resident().id()).update();
        plans.says(file, "sharing", true);
        plans.share(file);
        plans.awaitState(file, Party.Kind.NEIGHBOURHOOD, "DELIVERED");
        return file;
    }

    private long list(long leader) throws Exception {
        assertThat(mvc.perform(post("/leaders/" + leader + "/list.pdf").with(csrf()).with(As.roster1())).andReturn().getResponse().getStatus()).isEqualTo(200);
        return jdbc.sql("select max(id) from sharing.leader_paper where leader_id = ? and what = 'LIST'").param(leader).query(Long.class).single();
    }

    private int hands(long leader, long paper) throws Exception {
        return mvc.perform(post("/leaders/" + leader + "/papers/" + paper + "/handed").param("pair", "yes").with(csrf()).with(As.roster1())).andReturn().getResponse().getStatus();
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path).with(As.roster1())).andReturn().getResponse().getContentAsString();
    }

    @Test
    void aListThatNamesSomebodyWhoMayNotBeShownAnyMoreIsNotHandedOverAndOneThatWasIsAskedBack() throws Exception {
        CaseFile stays = given("紙戻町", "みちしるべ市紙戻町一丁目1番1号");
        CaseFile goes = given("紙戻町", "みちしるべ市紙戻町一丁目1番2号");
        long leader = leader("紙戻町", "0242571011", "leader", "");
        long handed = list(leader);
        assertThat(hands(leader, handed)).isEqualTo(302);
        long waits = list(leader);
        assertThat(page("/leaders/" + leader)).doesNotContain("返してもらい、刷り直してください");

        long standing = jdbc.sql("select record_id from consent.standing where resident_id = ? and purpose = 'PEACETIME_SHARING'").param(goes.resident().id()).query(Long.class).single();
        assertThat(mvc.perform(post("/cases/{n}/consents/{id}/withdrawal", goes.number(), standing).param("givenBy", "SELF").param("channel", "ORAL").param("afterwards", "CONTINUE").with(csrf()).with(As.aoba1()))
                .andReturn().getResponse().getStatus()).isEqualTo(302);
        assertThat(hands(leader, waits)).as("printed before, handed over after").isEqualTo(409);
        assertThat(page("/leaders/" + leader)).contains("返してもらい、刷り直してください");
        assertThat(page("/leaders")).contains("載せられない方がいる名簿が手元にあります");
        assertThat(page("/notices")).contains("いまは載せられない方がいます").doesNotContain(goes.number().value());
        long fresh = list(leader);
        assertThat(hands(leader, fresh)).isEqualTo(302);

        mvc.perform(post("/cases/{n}/protection", stays.number()).param("ground", "住民基本台帳事務における支援措置").param("until", LocalDate.now().plusYears(1).toString())
                .with(csrf()).with(As.roster1()));
        assertThat(jdbc.sql("select count(*) from sharing.leader_paper where id = ? and outdated_at is not null").param(fresh).query(Integer.class).single()).as("a protection too").isOne();
    }

    @Test
    void theBlockOfA町IsNotThatOfAnotherWhoseNameEndsWithIt() {
        CaseFile north = given("端町", "みちしるべ市端町二丁目6番1号");
        CaseFile south = given("南端町", "みちしるべ市南端町二丁目6番1号");
        var leading = new SharedWithLeader.Leading("leader 0", "班長", Party.Kind.NEIGHBOURHOOD, "端町町内会", Set.of("端町", "南端町"), List.of("端町二丁目6番"));
        assertThat(shared.list(leading).rows()).extracting(r -> r.number()).containsExactly(north.number());
        assertThat(shared.one(leading, south.number())).isEmpty();
    }

    @Test
    void aCodeThatLiesOnTheFormerTelephoneOpensNothing() throws Exception {
        long leader = leader("前電町", "09055510055", "leader", "");
        byte[] sheet = mvc.perform(post("/leaders/" + leader + "/code.pdf").with(csrf()).with(As.roster1())).andReturn().getResponse().getContentAsByteArray();
        String text;
        try (var read = org.apache.pdfbox.Loader.loadPDF(sheet)) {
            text = new org.apache.pdfbox.text.PDFTextStripper().getText(read);
        }
        String secret = found("((?:[0-9a-z]{5} ?){5}[0-9a-z])\\s", text).replace(" ", "");
        mvc.perform(post("/p/" + secret + "/code").with(csrf()).param("phone", "09055510055").param("way", "SMS"));
        SandboxPages outside = new SandboxPages(Surroundings.outside().url());
        Eventually.until(() -> outside.get("/telephones").contains("+819055510055"));
        String code = found("確認番号は ([0-9、]+) です", found("\\Q+819055510055\\E</td><td>([^<]+)<", outside.get("/telephones"))).replace("、", "");
        mvc.perform(post("/leaders/" + leader + "/telephone").param("phone", "09055510066").with(csrf()).with(As.roster1()));
        MockHttpServletResponse opened = mvc.perform(post("/p/" + secret).with(csrf()).param("code", code)).andReturn().getResponse();
        assertThat(opened.getRedirectedUrl()).isNull();
        assertThat(opened.getStatus()).isEqualTo(422);
    }

    private static String found(String pattern, String text) {
        java.util.regex.Matcher matcher = java.util.regex.Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }
}
