package jp.michishirube.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.page.NamedSupporters;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterAnswer;
import jp.michishirube.consent.rule.SupporterKey;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import jp.michishirube.testing.SandboxPages;
import jp.michishirube.testing.Surroundings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A supporter is given a link by mail and the code by voice, sees the part of the plan that is theirs, and cannot any more. */
@ProductTest
class SupporterLinkTest {

    @Autowired MockMvc mvc;
    @Autowired SharedPlans plans;
    @Autowired NamedSupporters named;
    @Autowired SupporterAgreements agreements;
    @Autowired Loop loop;
    @Autowired JdbcClient jdbc;

    private final SandboxPages outside = new SandboxPages(Surroundings.outside().url());

    private String supporter(CaseFile file, String name) {
        return named.of(file.id()).stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow().key();
    }

    private MockHttpServletResponse give(CaseFile file, String key, String way, String mail, boolean pair) throws Exception {
        var request = post("/cases/" + file.number() + "/sharing/supporters/" + key).with(As.aoba2()).with(csrf())
                .param("way", way).param("mail", mail).param("language", "ja");
        return mvc.perform(pair ? request.param("pair", "yes") : request).andReturn().getResponse();
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    private static int compressed(String text) throws java.io.IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (java.util.zip.GZIPOutputStream out = new java.util.zip.GZIPOutputStream(bytes)) {
            out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    private int weight(String... files) throws Exception {
        int sum = 0;
        for (String file : files) {
            sum += compressed(mvc.perform(get("/" + file)).andReturn().getResponse().getContentAsString());
        }
        return sum;
    }

    @Test
    void fromTheLinkToThePlanAndBack() throws Exception {
        CaseFile file = plans.givenToTheCircle("案内町");
        plans.says(file, "sharing", true);
        String key = supporter(file, "隣 一郎");
        assertThat(give(file, key, "MAIL", "tonari@links.example.jp", false).getStatus()).as("nobody compared the two").isEqualTo(422);
        assertThat(give(file, key, "MAIL", "", true).getContentAsString()).contains("メールで送るには、メールアドレスを入力してください");

        String said = give(file, key, "MAIL", "tonari@links.example.jp", true).getContentAsString();
        String code = found("class=\"pass-code\">(\\d{6})<", said);
        assertThat(said).as("the link goes by mail alone").doesNotContain("/p/");
        await().atMost(Duration.ofSeconds(90)).until(() -> outside.get("/mail").contains("tonari@links.example.jp"));
        String mail = found("tonari@links.example.jp</td>(.*?</pre>)", outside.get("/mail").replace("\n", "↵"));
        assertThat(mail).doesNotContain(code, "試験", "太郎", "一郎", "青葉");
        String secret = found("/p/([0-9a-z]{26})", mail);

        assertThat(mvc.perform(get("/p/" + secret)).andReturn().getResponse().getContentAsString()).doesNotContain("試験", "太郎");
        String visit = mvc.perform(post("/p/" + secret).param("code", code).with(csrf())).andReturn().getResponse().getHeaders("Set-Cookie").stream()
                .filter(c -> c.startsWith("MICHISHIRUBE_VISIT=")).map(c -> found("=([^;]+)", c)).findFirst().orElseThrow();
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(page(visit)).contains("試験 太郎さんの避難"));
        assertThat(page(visit)).as("what only others may see").doesNotContain("頼み 二郎");
        assertThat(compressed(page(visit)) + weight("css/base.css", "css/page.css", "css/forms.css", "css/parts.css", "css/visit.css", "icon.svg")).as("bytes of the first page with its styles, compressed")
                .isLessThan(60 * 1024);
        Cookie cookie = new Cookie("MICHISHIRUBE_VISIT", visit);
        assertThat(mvc.perform(post("/v/supporter/practice").param("answer", "help").cookie(cookie).with(csrf())).andReturn().getResponse().getContentAsString()).contains("だれにも伝わりません", "助けが要る");
        await().atMost(Duration.ofSeconds(90)).until(() -> mvc.perform(post("/v/supporter/copy.pdf").cookie(cookie).with(csrf())).andReturn().getResponse().getStatus() == 200);
        assertThat(jdbc.sql("select c.printed_by || ' ' || coalesce(c.handed_how, '') from sharing.copy c join sharing.delivery d on d.id = c.delivery_id where c.case_id = ? and d.party_key = ?")
                .params(file.id().value(), key).query(String.class).list()).as("a sheet of the ledger").hasSize(1).allMatch(c -> c.matches("supporter \\d+ IN_PERSON"));
        assertThat(jdbc.sql("select state from sharing.message where holder_kind = 'SUPPORTER' and case_id = ?").param(file.id().value())
                .query(String.class).list()).containsExactly("OPENED");
        assertThat(jdbc.sql("select what from consent.disclosure where case_id = ? and party_key = ? order by id").params(file.id().value(), key)
                .query(String.class).list()).as("the reading left its line, once a day").contains("page").filteredOn("page"::equals).hasSize(1);

        MockHttpServletResponse end = mvc.perform(post("/v/supporter/end").param("sure", "yes").cookie(new Cookie("MICHISHIRUBE_VISIT", visit)).with(csrf()))
                .andReturn().getResponse();
        assertThat(end.getContentAsString()).contains("伝えました");
        assertThat(agreements.answer(file.id(), key)).isEqualTo(SupporterAnswer.REFUSED);
        assertThat(mvc.perform(get("/v/supporter").cookie(new Cookie("MICHISHIRUBE_VISIT", visit))).andReturn().getResponse().getStatus()).isEqualTo(401);
        assertThat(mvc.perform(get("/p/" + secret)).andReturn().getResponse().getStatus()).isEqualTo(410);
        assertThat(mvc.perform(get("/notices").with(As.aoba1())).andReturn().getResponse().getContentAsString()).contains("続けられない");
        assertThat(jdbc.sql("select count(*) from sharing.supporter_contact where mail = 'tonari@links.example.jp'").query(Integer.class).single()).isZero();
    }

    @Test
    void theLinkGoesByMailAndAMachineTellsTheCode() throws Exception {
        CaseFile file = plans.givenToTheCircle("案内町");
        plans.says(file, "sharing", true);
        String url = "/cases/" + file.number() + "/sharing/supporters/" + supporter(file, "隣 一郎");
        var bothToOne = post(url).with(As.aoba2()).with(csrf()).param("way", "SMS").param("phone", "090-8888-7777").param("call", "VOICE").param("language", "ja").param("pair", "y");
        assertThat(mvc.perform(bothToOne).andReturn().getResponse().getContentAsString()).as("one wrong digit would give both away").contains("同じ番号に届きます");
        var none = post(url).with(As.aoba2()).with(csrf()).param("way", "SMS").param("phone", "0242-33-3333").param("language", "ja").param("pair", "y");
        assertThat(mvc.perform(none).andReturn().getResponse().getContentAsString()).contains("060・070・080・090");

        var byMail = post(url).with(As.aoba2()).with(csrf()).param("way", "MAIL").param("mail", "called@links.example.jp").param("phone", "090-8888-7777").param("call", "VOICE")
                .param("language", "ja").param("pair", "y");
        assertThat(mvc.perform(byMail).andReturn().getResponse().getContentAsString()).contains("自動音声の電話で支援者に伝えます").doesNotContain("class=\"pass-code\"");
        await().atMost(Duration.ofSeconds(90)).until(() -> outside.get("/mail").contains("called@links.example.jp") && outside.get("/telephones").contains("+819088887777"));
        String called = found("819088887777</td><td>([^<]+)<", outside.get("/telephones"));
        assertThat(called).doesNotContain("/p/", "試験", "一郎");
        String code = found("確認番号は、([0-9、]+) です", called).replace("、", "");
        String secret = found("/p/([0-9a-z]{26})", found("called@links.example.jp</td>(.*?</pre>)", outside.get("/mail").replace("\n", "↵")));
        assertThat(mvc.perform(post("/p/" + secret).param("code", code).with(csrf())).andReturn().getResponse().getHeader("Location")).isEqualTo("/v/supporter");

        var bySms = post(url).with(As.aoba2()).with(csrf()).param("way", "SMS").param("phone", "090-8888-6666").param("language", "ja").param("pair", "y");
        String shown = found("class=\"pass-code\">(\\d{6})<", mvc.perform(bySms).andReturn().getResponse().getContentAsString());
        await().atMost(Duration.ofSeconds(90)).until(() -> outside.get("/telephones").contains("+819088886666"));
        assertThat(found("819088886666</td><td>([^<]+)<", outside.get("/telephones"))).contains("/p/").doesNotContain(shown);
    }

    /** The agreement of one without a telephone hangs on the person, not on the number; a refusal above all. */
    @Test
    void whatWasSaidGoesOnWhenANumberIsTyped() throws Exception {
        CaseFile file = plans.inForce("番号町", Map.of("/supporters/n1", "{\"party\":\"person\",\"name\":\"無番 一郎\",\"phone\":\"090-7777-0001\",\"agreement\":\"agreed\"}"));
        String without = SupporterKey.of("無番 一郎", "");
        loop.as("aoba1", () -> agreements.record(file.id(), without, SupporterAnswer.REFUSED, LocalDate.now(), SupporterAgreements.How.IN_PERSON, null));
        assertThat(supporter(file, "無番 一郎")).as("known by what was said before the number").isEqualTo(without);
        plans.says(file, "giving", true);
        plans.share(file);
        String with = SupporterKey.of("無番 一郎", "090-7777-0001");
        assertThat(agreements.answer(file.id(), with)).as("a refusal does not fall off").isEqualTo(SupporterAnswer.REFUSED);
        assertThat(supporter(file, "無番 一郎")).isEqualTo(with);
    }

    @Test
    void whoHasNotAgreedGetsNoLink() throws Exception {
        CaseFile file = plans.givenToTheCircle("案内町");
        plans.says(file, "sharing", true);
        MockHttpServletResponse refused = give(file, supporter(file, "頼み 二郎"), "LINK", "", true);
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(give(file, "s0000000000000000", "LINK", "", true).getStatus()).as("of another resident").isEqualTo(404);
    }

    @Test
    void aNewLinkClosesTheOldOne() throws Exception {
        CaseFile file = plans.givenToTheCircle("案内町");
        plans.says(file, "sharing", true);
        String key = supporter(file, "隣 一郎");
        String first = found("/p/([0-9a-z]{26})", give(file, key, "LINK", "", true).getContentAsString());
        String second = found("/p/([0-9a-z]{26})", give(file, key, "LINK", "", true).getContentAsString());
        assertThat(mvc.perform(get("/p/" + first)).andReturn().getResponse().getStatus()).isEqualTo(410);
        assertThat(mvc.perform(get("/p/" + second)).andReturn().getResponse().getStatus()).isEqualTo(200);
    }

    @Test
    void aWithdrawalClosesLinksAndStopsWhatIsToGo() throws Exception {
        CaseFile file = plans.givenToTheCircle("案内町");
        plans.says(file, "sharing", true);
        String key = supporter(file, "隣 一郎");
        String secret = found("/p/([0-9a-z]{26})", give(file, key, "LINK", "", true).getContentAsString());
        agreements.record(file.id(), key, SupporterAnswer.REFUSED, java.time.LocalDate.now(), SupporterAgreements.How.TELEPHONE, null);
        assertThat(mvc.perform(get("/p/" + secret)).andReturn().getResponse().getStatus()).isEqualTo(410);
        agreements.record(file.id(), key, SupporterAnswer.AGREED, java.time.LocalDate.now(), SupporterAgreements.How.TELEPHONE, null);
        assertThat(give(file, key, "LINK", "", true).getStatus()).as("the same person asked anew").isEqualTo(200);
    }

    private String page(String visit) throws Exception {
        return mvc.perform(get("/v/supporter").cookie(new Cookie("MICHISHIRUBE_VISIT", visit))).andReturn().getResponse().getContentAsString();
    }
}
