package jp.michishirube.sharing.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.As;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import jp.michishirube.testing.SandboxPages;
import jp.michishirube.testing.Surroundings;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** 町内会長・班長 without an account: paper and own telephone, the pledge before the first name, and the term that closes all. */
@ProductTest
class LeaderSignInTest {

    @Autowired MockMvc mvc;
    @Autowired SharedPlans plans;
    @Autowired EndTerms endTerms;
    @Autowired JdbcClient jdbc;

    private final SandboxPages outside = new SandboxPages(Surroundings.outside().url());

    private static MockHttpServletRequestBuilder form(String word, String name, String phone, String area, String blocks) {
        return post("/leaders").with(csrf()).with(As.roster1()).param("word", word).param("association", area + "町内会").param("name", name).param("phone", phone)
                .param("address", area + "一丁目1番1号").param("areas", area).param("blocks", blocks).param("from", LocalDate.now().minusDays(1).toString())
                .param("to", LocalDate.now().plusMonths(3).toString());
    }

    private long enter(String word, String name, String phone, String area, String blocks) throws Exception {
        String to = mvc.perform(form(word, name, phone, area, blocks)).andReturn().getResponse().getRedirectedUrl();
        return Long.parseLong(to.substring(to.lastIndexOf('/') + 1));
    }

    /** The letters as somebody without a camera reads them from the sheet. */
    private String sheet(long id) throws Exception {
        MockHttpServletResponse pdf = mvc.perform(post("/leaders/" + id + "/code.pdf").with(csrf()).with(As.roster1())).andReturn().getResponse();
        assertThat(pdf.getStatus()).isEqualTo(200);
        return found("((?:[0-9a-z]{5} ?){5}[0-9a-z])\\s", text(pdf.getContentAsByteArray())).replace(" ", "");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read);
        }
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    private MockHttpServletResponse tell(String secret, String phone, String way) throws Exception {
        return mvc.perform(post("/p/" + secret + "/code").with(csrf()).param("phone", phone).param("way", way)).andReturn().getResponse();
    }

    private MockHttpServletResponse code(String secret, String code) throws Exception {
        return mvc.perform(post("/p/" + secret).with(csrf()).param("code", code)).andReturn().getResponse();
    }

    private String heard(String international) {
        Eventually.until(() -> outside.get("/telephones").contains(international));
        return found("確認番号は ([0-9、]+) です", found(Pattern.quote(international) + "</td><td>([^<]+)<", outside.get("/telephones"))).replace("、", "");
    }

    /** @return the visit */
    private Cookie signIn(String secret, String phone, String way) throws Exception {
        assertThat(tell(secret, phone, way).getContentAsString()).contains("確認番号を送りました");
        MockHttpServletResponse opened = code(secret, heard("+81" + phone.substring(1)));
        assertThat(opened.getRedirectedUrl()).isEqualTo("/v/leader");
        return new Cookie("MICHISHIRUBE_VISIT", opened.getHeaders("Set-Cookie").stream().filter(c -> c.startsWith("MICHISHIRUBE_VISIT=")).map(c -> found("=([^;]+)", c)).findFirst().orElseThrow());
    }

    private MockHttpServletResponse page(Cookie visit, String path) throws Exception {
        return mvc.perform(get(path).cookie(visit)).andReturn().getResponse();
    }

    private void pledge(Cookie visit) throws Exception {
        assertThat(mvc.perform(post("/v/leader/pledge").cookie(visit).with(csrf()).param("version", "1").param("sure", "yes")).andReturn().getResponse().getRedirectedUrl()).isEqualTo("/v/leader");
    }

    private CaseFile given(String area, String address) {
        CaseFile file = plans.inForce(area);
        jdbc.sql("update casefile.resident set address = ? where id = ?").params(address, file.resident().id()).update();
        plans.says(file, "sharing", true);
        plans.share(file);
        plans.awaitState(file, Party.Kind.NEIGHBOURHOOD, "DELIVERED");
        return file;
    }

    @Test
    void paperThenTelephoneThenPledgeThenTheNamesOfThe町() throws Exception {
        CaseFile mine = given("会長町", "みちしるべ市会長町二丁目6番13号");
        CaseFile other = given("会長隣町", "みちしるべ市会長隣町一丁目1番1号");
        long id = enter("leader", "会長 一郎", "0242571001", "会長町", "");
        String secret = sheet(id);
        assertThat(mvc.perform(post("/p").with(csrf()).param("letters", secret.toUpperCase())).andReturn().getResponse().getRedirectedUrl()).isEqualTo("/p/" + secret);
        String first = mvc.perform(get("/p/" + secret)).andReturn().getResponse().getContentAsString();
        assertThat(first).contains("ご自身の電話番号", "自動音声の電話").doesNotContain("会長 一郎", "会長町", "0242571001");
        assertThat(code(secret, "123456").getStatus()).as("no code was sent").isEqualTo(422);
        assertThat(tell(secret, "0242571001", "SMS").getContentAsString()).as("a landline").contains("その方法では送れません");

        Cookie visit = signIn(secret, "0242571001", "VOICE");
        assertThat(page(visit, "/v/leader").getContentAsString()).contains("秘密を守る約束", "第49条の13").doesNotContain("試験 太郎", mine.number().value());
        assertThat(page(visit, "/v/leader/plans/" + mine.number()).getRedirectedUrl()).as("no name before the pledge").isEqualTo("/v/leader");
        assertThat(mvc.perform(post("/leaders/" + id + "/list.pdf").with(csrf()).with(As.roster1())).andReturn().getResponse().getStatus()).as("nor on paper").isEqualTo(409);
        assertThat(mvc.perform(post("/v/leader/pledge").cookie(visit).with(csrf()).param("version", "1")).andReturn().getResponse().getStatus()).isEqualTo(422);
        assertThat(mvc.perform(post("/v/leader/pledge").cookie(visit).with(csrf()).param("version", "9").param("sure", "yes")).andReturn().getResponse().getStatus()).as("another text").isEqualTo(409);
        pledge(visit);
        assertThat(page(visit, "/v/leader").getContentAsString()).contains("/v/leader/plans/" + mine.number(), "試験 太郎").doesNotContain(other.number().value());
        assertThat(page(visit, "/v/leader/plans/" + mine.number()).getContentAsString()).contains("試験 太郎").doesNotContain("要介護");
        assertThat(page(visit, "/v/leader/plans/" + other.number()).getStatus()).isEqualTo(404);
        assertThat(jdbc.sql("select name from privacy.list_read where person_id = ? and ? = any (cases) order by id desc").params("leader " + id, mine.id().value())
                .query(String.class).list()).as("who saw is named").contains("会長 一郎").hasSizeGreaterThanOrEqualTo(2);
        assertThat(jdbc.sql("select what || ' ' || by_name from sharing.leader_line where leader_id = ? order by id").param(id).query(String.class).list())
                .containsExactly("ENTERED 加藤 浩", "CODE_PRINTED 加藤 浩", "PLEDGED 会長 一郎");
        assertThat(code(secret, heard("+81242571001")).getContentAsString()).as("a code opens once").contains("もう使われています");

        // Codes of the day before yesterday are forgotten; the sheet is good for the whole term.
        jdbc.sql("delete from sharing.sign_in_code where pass_id in (select pass_id from sharing.message where holder_kind = 'LEADER' and holder_key = ?)").param(String.valueOf(id)).update();
        assertThat(tell(secret, "0242571001", "VOICE").getContentAsString()).as("days later").contains("確認番号を送りました");
    }

    @Test
    void aGroupHeadSeesTheOwnBlocksAndThePaperComesBackWithTheEndOfTheTerm() throws Exception {
        CaseFile mine = given("班町", "みちしるべ市班町２丁目６−１３");
        CaseFile across = given("班町", "みちしるべ市班町二丁目61番1号");
        assertThat(mvc.perform(form("group_head", "班長 花子", "09055510022", "班町", "班町")).andReturn().getResponse().getContentAsString()).as("a whole 町 is no block").contains("番地を入力してください");
        long id = enter("group_head", "班長 花子", "09055510022", "班町", "班町二丁目6番");
        String secret = sheet(id);
        Cookie visit = signIn(secret, "09055510022", "SMS");
        pledge(visit);
        assertThat(page(visit, "/v/leader").getContentAsString()).contains("/v/leader/plans/" + mine.number(), "受け持ち：班町二丁目6番").doesNotContain(across.number().value());
        assertThat(page(visit, "/v/leader/plans/" + across.number()).getStatus()).isEqualTo(404);

        byte[] list = mvc.perform(post("/leaders/" + id + "/list.pdf").with(csrf()).with(As.roster1())).andReturn().getResponse().getContentAsByteArray();
        assertThat(text(list)).contains("試験 太郎", "L" + id + "-2");
        String one = mvc.perform(get("/leaders/" + id).with(As.roster1())).andReturn().getResponse().getContentAsString();
        String paper = found("/papers/(\\d+)/handed", one);
        assertThat(mvc.perform(post("/leaders/" + id + "/papers/" + paper + "/handed").with(csrf()).with(As.roster1())).andReturn().getResponse().getStatus()).as("nobody compared").isEqualTo(422);
        mvc.perform(post("/leaders/" + id + "/papers/" + paper + "/handed").param("pair", "yes").with(csrf()).with(As.roster1()));

        jdbc.sql("update sharing.leader set from_day = current_date - 300, to_day = current_date - 2 where id = ?").param(id).update();
        assertThat(page(visit, "/v/leader").getStatus()).as("out with the day").isEqualTo(401);
        endTerms.run();
        assertThat(mvc.perform(get("/p/" + secret)).andReturn().getResponse().getStatus()).isEqualTo(410);
        String city = mvc.perform(get("/leaders").with(As.roster1())).andReturn().getResponse().getContentAsString();
        assertThat(city).contains("任期が終わり、紙が戻っていない方").containsSubsequence("紙が戻っていない方", "班長 花子");
        assertThat(mvc.perform(get("/notices").with(As.roster1())).andReturn().getResponse().getContentAsString()).contains("任期が終わりました");
        mvc.perform(post("/leaders/" + id + "/papers/" + paper + "/ended").param("how", "RETURNED").with(csrf()).with(As.roster1()));
        assertThat(jdbc.sql("select ended_how from sharing.leader_paper where id = ?").param(Long.parseLong(paper)).query(String.class).single()).isEqualTo("RETURNED");
        assertThat(mvc.perform(post("/leaders/" + id + "/code.pdf").with(csrf()).with(As.roster1())).andReturn().getResponse().getStatus()).as("a term that is over").isEqualTo(409);
    }

    @Test
    void fiveWrongNumbersLockTheSheetAndAnotherTelephoneThrowsOut() throws Exception {
        long id = enter("leader", "誤番 一郎", "09055510033", "誤番町", "");
        String locked = sheet(id);
        for (int left = 4; left > 0; left--) {
            assertThat(tell(locked, "09055510034", "SMS").getContentAsString()).contains("届けてある番号と違います。あと" + left + "回");
        }
        assertThat(tell(locked, "119", "SMS").getStatus()).isEqualTo(410);
        assertThat(tell(locked, "09055510033", "SMS").getStatus()).as("the right one too").isEqualTo(410);
        assertThat(mvc.perform(get("/engine/messages").with(As.roster1())).andReturn().getResponse().getContentAsString()).contains("電話番号が違いました");

        String secret = sheet(id);
        Cookie visit = signIn(secret, "09055510033", "SMS");
        assertThat(tell(secret, "09055510033", "SMS").getContentAsString()).as("not right after").contains("30秒待って");
        assertThat(page(visit, "/v/leader").getStatus()).isEqualTo(200);
        mvc.perform(post("/leaders/" + id + "/telephone").param("phone", "090-5551-0044").with(csrf()).with(As.roster1()));
        assertThat(page(visit, "/v/leader").getStatus()).isEqualTo(401);
        assertThat(tell(secret, "09055510033", "SMS").getContentAsString()).as("the former number").contains("届けてある番号と違います");
        assertThat(mvc.perform(get("/leaders").with(As.aoba1())).andReturn().getResponse().getStatus()).as("the list is the city's").isEqualTo(403);
    }
}
