package jp.michishirube.sharing.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Links and QR codes in the hands of people, scanners and strangers. */
@ProductTest
class PassTest {

    @Autowired MockMvc mvc;
    @Autowired IssuePass issue;
    @Autowired RevokePass revoke;
    @Autowired OpenPass open;
    @Autowired Passes passes;
    @Autowired PassLines lines;
    @Autowired Visits visits;
    @Autowired JdbcClient jdbc;

    private IssuePass.Issued issued(Duration life) {
        return issue.issue(PassKind.SUPPORTER, new Holder(Holder.Kind.SUPPORTER, "0"), "case 0", Instant.now().plus(life));
    }

    private static String path(IssuePass.Issued pass) {
        return pass.address().substring(pass.address().indexOf("/p/"));
    }

    private static String secret(IssuePass.Issued pass) {
        return path(pass).substring(3);
    }

    private static String wrong(IssuePass.Issued pass) {
        return pass.code().equals("000000") ? "000001" : "000000";
    }

    private MockHttpServletResponse open(IssuePass.Issued pass, String code) throws Exception {
        return mvc.perform(post(path(pass)).param("code", code).with(csrf())).andReturn().getResponse();
    }

    private String row(IssuePass.Issued pass) {
        return jdbc.sql("select p::text from sharing.pass p where id = ?").param(pass.id()).query(String.class).single();
    }

    @Test
    void aScannerThatFollowsTheLinkAHundredTimesChangesNothing() throws Exception {
        IssuePass.Issued pass = issued(Duration.ofDays(1));
        String before = row(pass);
        for (int i = 0; i < 20; i++) {
            MockHttpServletResponse page = mvc.perform(get(path(pass))).andReturn().getResponse();
            assertThat(page.getStatus()).isEqualTo(200);
            assertThat(page.getHeaders("Set-Cookie")).noneMatch(c -> c.startsWith("MICHISHIRUBE_VISIT") || c.startsWith("MICHISHIRUBE_SESSION"));
        }
        assertThat(row(pass)).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from sharing.pass_line where pass_id = ?").param(pass.id()).query(Integer.class).single()).isZero();
        assertThat(open(pass, pass.code()).getStatus()).isEqualTo(302);
    }

    @Test
    void pagesOfPassesAreKeptNowhereAndToldToNobody() throws Exception {
        IssuePass.Issued pass = issued(Duration.ofDays(1));
        for (String path : List.of(path(pass), "/p/unknown", "/v/supporter")) {
            MockHttpServletResponse page = mvc.perform(get(path)).andReturn().getResponse();
            assertThat(page.getHeader("Cache-Control")).as(path).contains("no-store");
            assertThat(page.getHeader("X-Robots-Tag")).as(path).contains("noindex");
            assertThat(page.getHeader("Referrer-Policy")).as(path).isEqualTo("no-referrer");
        }
    }

    @Test
    void theDatabaseHasNeitherSecretNorCode() {
        IssuePass.Issued pass = issued(Duration.ofDays(1));
        assertThat(secret(pass)).hasSize(26).matches("[0-9a-hjkmnp-tv-z]+");
        String row = row(pass);
        assertThat(row).doesNotContain(secret(pass));
        assertThat(row).doesNotContain("\"" + pass.code() + "\"").doesNotContain("," + pass.code() + ",");
    }

    @Test
    void theRightCodeOpensAsPeopleTypeIt() throws Exception {
        IssuePass.Issued pass = issued(Duration.ofDays(1));
        String wide = pass.code().chars().mapToObj(c -> String.valueOf((char) (c - '0' + '０'))).reduce("", String::concat);
        MockHttpServletResponse opened = open(pass, wide.substring(0, 3) + "　" + wide.substring(3));
        assertThat(opened.getRedirectedUrl()).isEqualTo("/v/supporter");
        String cookie = opened.getHeaders("Set-Cookie").stream().filter(c -> c.startsWith("MICHISHIRUBE_VISIT=")).findFirst().orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/v");
        String upper = "/p/" + secret(pass).toUpperCase().replace('0', 'O').replace('1', 'L');
        assertThat(mvc.perform(get(upper)).andReturn().getResponse().getStatus()).as("typed from paper").isEqualTo(200);
    }

    @Test
    void fiveWrongCodesLockItForTheRightOneToo() throws Exception {
        IssuePass.Issued pass = issued(Duration.ofDays(1));
        for (int left = 4; left > 0; left--) {
            MockHttpServletResponse page = open(pass, wrong(pass));
            assertThat(page.getStatus()).isEqualTo(422);
            assertThat(page.getContentAsString()).contains("確認番号が違います。あと" + left + "回");
        }
        assertThat(open(pass, wrong(pass)).getContentAsString()).contains("確認番号が続けて違ったため、止めました");
        assertThat(open(pass, pass.code()).getStatus()).isEqualTo(410);
        assertThat(lines.refusals()).filteredOn(l -> l.passId() != null && l.passId() == pass.id()).extracting(PassLines.Refusal::what)
                .containsExactly("LOCKED", "WRONG_CODE", "WRONG_CODE", "WRONG_CODE", "WRONG_CODE", "WRONG_CODE");
        String page = mvc.perform(get("/engine/messages").with(As.roster1())).andReturn().getResponse().getContentAsString();
        assertThat(page).as("the operator sees it").contains("支援者のページ（" + pass.id() + "番）", "5回間違えて止まっています");
    }

    @Test
    void aHundredGuessesAtOnceAreStillFive() throws Exception {
        IssuePass.Issued pass = issued(Duration.ofDays(1));
        ExecutorService guessers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<OpenPass.Opened>> guesses = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                guesses.add(() -> open.open(secret(pass), wrong(pass)));
            }
            List<OpenPass.Outcome> outcomes = new ArrayList<>();
            for (Future<OpenPass.Opened> guess : guessers.invokeAll(guesses)) {
                outcomes.add(guess.get().outcome());
            }
            assertThat(outcomes).filteredOn(o -> o == OpenPass.Outcome.WRONG_CODE).hasSize(5);
            assertThat(outcomes).filteredOn(o -> o == OpenPass.Outcome.LOCKED).hasSize(35);
        } finally {
            guessers.shutdownNow();
        }
    }

    @Test
    void whatIsOverSaysSoAndOpensNothing() throws Exception {
        IssuePass.Issued old = issued(Duration.ofSeconds(-1));
        assertThat(open(old, old.code()).getContentAsString()).contains("期限は過ぎています");
        IssuePass.Issued back = issued(Duration.ofDays(1));
        revoke.one(back.id());
        assertThat(open(back, back.code()).getContentAsString()).contains("止められています");
        assertThat(mvc.perform(get(path(back))).andReturn().getResponse().getStatus()).isEqualTo(410);
        MockHttpServletResponse unknown = mvc.perform(get("/p/" + Secret.make())).andReturn().getResponse();
        assertThat(unknown.getStatus()).isEqualTo(404);
        MockHttpServletResponse nonsense = mvc.perform(get("/p/x")).andReturn().getResponse();
        assertThat(nonsense.getStatus()).isEqualTo(404);
        assertThat(nonsense.getContentAsString()).as("alike").isEqualTo(unknown.getContentAsString());
    }

    @Test
    void whoeverIsInsideIsOutWhenThePassIsTakenBack() throws Exception {
        IssuePass.Issued pass = issued(Duration.ofDays(1));
        OpenPass.Opened opened = open.open(secret(pass), pass.code());
        assertThat(visits.find(opened.visit())).isPresent();
        revoke.one(pass.id());
        MockHttpServletResponse after = mvc.perform(get("/v/supporter").cookie(new Cookie("MICHISHIRUBE_VISIT", opened.visit()))).andReturn().getResponse();
        assertThat(after.getStatus()).isEqualTo(401);
        assertThat(after.getContentAsString()).contains("このページは閉じています");
    }

    @Test
    void withoutAVisitNothingBehindAPassIsShownToAnybody() throws Exception {
        assertThat(mvc.perform(get("/v/supporter")).andReturn().getResponse().getStatus()).isEqualTo(401);
        assertThat(mvc.perform(get("/v/supporter").with(As.review1())).andReturn().getResponse().getStatus()).as("signed in is nobody here").isEqualTo(401);
        assertThat(mvc.perform(get("/v/supporter").cookie(new Cookie("MICHISHIRUBE_VISIT", "'; drop table"))).andReturn().getResponse().getStatus()).isEqualTo(401);
        assertThat(mvc.perform(post("/v/supporter/end").param("sure", "yes")).andReturn().getResponse().getStatus()).as("without the form's token").isEqualTo(403);
    }

    @Test
    void threeLanguages() throws Exception {
        IssuePass.Issued pass = issued(Duration.ofDays(1));
        assertThat(mvc.perform(get(path(pass) + "?lang=ja__easy")).andReturn().getResponse().getContentAsString()).contains("市（まちの 役所）の リンクです", "lang=\"ja\"");
        assertThat(mvc.perform(get(path(pass) + "?lang=en")).andReturn().getResponse().getContentAsString()).contains("Open your page", "lang=\"en\"");
        assertThat(mvc.perform(get(path(pass) + "?lang=ja")).andReturn().getResponse().getContentAsString()).contains("お知らせのページを開く");
    }
}
