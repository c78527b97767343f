package jp.michishirube.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.page.NamedSupporters;
import jp.michishirube.sharing.line.LinePhone;
import jp.michishirube.sharing.line.LinkPhone;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import jp.michishirube.testing.SandboxPages;
import jp.michishirube.testing.Surroundings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A supporter links the own LINE account with link and code, gets the next link there, and blocks the city. The platform is the sandbox's. */
@ProductTest
class LineLinkTest {

    private static final Duration LONG = Duration.ofSeconds(90);

    @Autowired MockMvc mvc;
    @Autowired SharedPlans plans;
    @Autowired NamedSupporters named;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    private final String base = Surroundings.outside().url();

    @AfterEach
    void normal() {
        new SandboxPages(base).turn("LINE", "NORMAL");
        new SandboxPages(base).post("/phone", "/phone/limit", "limit=");
    }

    private CaseFile shared() {
        CaseFile file = plans.givenToTheCircle("案内町");
        plans.says(file, "sharing", true);
        return file;
    }

    private String give(CaseFile file, String way) throws Exception {
        MockHttpServletResponse answer = answer(file, way);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse answer(CaseFile file, String way) throws Exception {
        return mvc.perform(post("/cases/" + file.number() + "/sharing/supporters/" + key(file)).with(As.aoba2()).with(csrf()).param("way", way).param("mail", "")
                .param("language", "ja").param("pair", "yes")).andReturn().getResponse();
    }

    private String key(CaseFile file) {
        return named.of(file.id()).stream().filter(s -> s.name().equals("隣 一郎")).findFirst().orElseThrow().key();
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    private static String path(String address) {
        return address.replaceFirst("https?://[^/]+", "");
    }

    private LinePhone linked(CaseFile file, String name) throws Exception {
        String paper = give(file, "LINK");
        LinePhone phone = LinePhone.of(base, name, port);
        int before = links(phone);
        String dialog = LinkPhone.link(mvc, phone, found("/p/([0-9a-z]{26})", paper), found("class=\"pass-code\">(\\d{6})<", paper));
        assertThat(phone.finish(dialog)).as("a link token works once").contains("つなげませんでした");
        await().atMost(LONG).until(() -> links(phone) > before);
        return phone;
    }

    /** The sandbox has few people with a telephone: one of them may have been linked elsewhere. */
    private int links(LinePhone phone) {
        return jdbc.sql("select count(*) from sharing.line_link where user_id = ?").param(phone.id()).query(Integer.class).single();
    }

    @Test
    void fromTheFriendToTheLinkInTheChatAndToTheBlock() throws Exception {
        CaseFile file = shared();
        assertThat(answer(file, "LINE").getStatus()).as("nobody linked yet").isEqualTo(422);
        LinePhone phone = linked(file, "佐々木 花");
        assertThat(phone.screen()).doesNotContain("試験", "太郎", "一郎");

        int before = phone.links().size();
        String said = give(file, "LINE");
        assertThat(said).doesNotContain("/p/");
        await().atMost(LONG).until(() -> phone.links().size() > before);
        String link = phone.links().get(phone.links().size() - 1);
        assertThat(mvc.perform(post(path(link)).with(csrf()).param("code", found("class=\"pass-code\">(\\d{6})<", said))).andReturn().getResponse()
                .getHeader("Location")).isEqualTo("/v/supporter");
        assertThat(jdbc.sql("select state from sharing.message where case_id = ? and way = 'LINE'").param(file.id().value()).query(String.class).list()).containsExactly("OPENED");

        phone.block();
        await().atMost(LONG).until(() -> answer(file, "LINE").getStatus() == 422);
        assertThat(mvc.perform(get("/cases/" + file.number() + "/sharing/supporters/" + key(file)).with(As.aoba2())).andReturn().getResponse()
                .getContentAsString()).contains("ブロックしています");
        phone.befriend();
        await().atMost(LONG).until(() -> answer(file, "LINE").getStatus() == 200);
    }

    @Test
    void whatLineTakesLateOrNotAtOnceArrivesOnce() throws Exception {
        CaseFile file = shared();
        LinePhone phone = linked(file, "大森 茂");
        int before = phone.links().size();
        new SandboxPages(base).turn("LINE", "DOWN");
        give(file, "LINE");
        await().atMost(LONG).until(() -> jdbc.sql("select attempts from sharing.message where case_id = ? and way = 'LINE'").param(file.id().value()).query(Integer.class).single() > 0);
        assertThat(phone.links()).hasSize(before);
        new SandboxPages(base).turn("LINE", "NORMAL");
        jdbc.sql("update sharing.message set next_try = now() where case_id = ? and way = 'LINE' and claim is null").param(file.id().value()).update();
        await().atMost(Duration.ofMinutes(3)).until(() -> phone.links().size() > before);

        new SandboxPages(base).post("/phone", "/phone/limit", "limit=0");
        give(file, "LINE");
        await().atMost(LONG).until(() -> "QUOTA".equals(jdbc.sql("select coalesce(cause, '') from sharing.message where case_id = ? and way = 'LINE' order by made_at desc limit 1")
                .param(file.id().value()).query(String.class).single()));
        assertThat(phone.links()).hasSize(before + 1);
    }

    @Test
    void theOperationsPageTellsHowManyMayStillGo() throws Exception {
        assertThat(mvc.perform(get("/engine/messages").with(As.admin1())).andReturn().getResponse().getContentAsString()).contains("今月送れる数");
    }

    @Test
    void nobodyIsSentElsewhereFromTheTypedPage() throws Exception {
        for (String then : new String[] {"https://evil.example/", "//evil.example/v/line", "/v/line?linkToken=a%0d%0aX", "/cases", "/v/../cases"}) {
            assertThat(mvc.perform(get("/p").param("then", then)).andReturn().getResponse().getContentAsString()).as(then).contains("name=\"then\" value=\"\"");
        }
    }
}
