package jp.michishirube.sharing.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A couple with one telephone, or two links in two windows: what is pressed in a window counts for whom it was opened, or for nobody. */
@ProductTest
class TwoWindowsTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @Autowired MockMvc mvc;
    @Autowired IssuePass issue;
    @Autowired OpenCase cases;

    private Cookie form;

    private IssuePass.Issued pass(String who) {
        CaseFile file = cases.open(new Resident(0, "TWO-WINDOWS-" + who, null, "二窓 " + who, "フタマド", LocalDate.of(1940, 3, 2), "女", "990-0001", "みちしるべ市二窓町1", "", "二窓町"), "AOBA", 3);
        return issue.issue(PassKind.RESIDENT, new Holder(Holder.Kind.RESIDENT, String.valueOf(file.resident().id())), "case " + file.id().value(), Instant.now().plus(Duration.ofDays(1)));
    }

    private MockHttpServletResponse seen(MockHttpServletResponse response) {
        Stream.ofNullable(response.getCookie("MICHISHIRUBE_FORM")).forEach(c -> form = new Cookie(c.getName(), c.getValue()));
        return response;
    }

    private Cookie[] with(Cookie visit) {
        return Stream.of(form, visit).filter(c -> c != null).toArray(Cookie[]::new);
    }

    private MockHttpServletResponse page(String path, Cookie visit) throws Exception {
        Cookie[] cookies = with(visit);
        return seen(mvc.perform(cookies.length == 0 ? get(path) : get(path).cookie(cookies)).andReturn().getResponse());
    }

    private static String token(MockHttpServletResponse page) throws Exception {
        Matcher token = TOKEN.matcher(page.getContentAsString());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private Cookie opened(IssuePass.Issued pass) throws Exception {
        String path = pass.address().substring(pass.address().indexOf("/p/"));
        String token = token(page(path, null));
        MockHttpServletResponse opened = mvc.perform(post(path).cookie(form).param("_csrf", token).param("code", pass.code())).andReturn().getResponse();
        return Arrays.stream(opened.getHeaders("Set-Cookie").toArray(String[]::new)).filter(c -> c.startsWith("MICHISHIRUBE_VISIT="))
                .map(c -> new Cookie("MICHISHIRUBE_VISIT", c.substring(c.indexOf('=') + 1, c.indexOf(';')))).findFirst().orElseThrow();
    }

    private MockHttpServletResponse chooses(Cookie visit, String token, String language) throws Exception {
        return mvc.perform(post("/v/ways").cookie(with(visit)).param("_csrf", token).param("language", language)).andReturn().getResponse();
    }

    private String language(Cookie visit) throws Exception {
        Matcher chosen = Pattern.compile("value=\"(ja|easy|en)\"[^>]*checked|checked[^>]*value=\"(ja|easy|en)\"").matcher(page("/v/ways", visit).getContentAsString());
        assertThat(chosen.find()).isTrue();
        return chosen.group(1) == null ? chosen.group(2) : chosen.group(1);
    }

    @Test
    void theOlderWindowDoesNothingForWhomeverWasOpenedLast() throws Exception {
        Cookie first = opened(pass("一"));
        String firstWindow = token(page("/v/ways", first));
        assertThat(chooses(first, firstWindow, "easy").getRedirectedUrl()).as("the window's own visit").isEqualTo("/v/ways?done=1");
        Cookie second = opened(pass("二"));
        assertThat(language(second)).isEqualTo("ja");

        MockHttpServletResponse refused = chooses(second, firstWindow, "en");
        assertThat(refused.getRedirectedUrl()).as("the browser sends the newer visit").isNull();
        assertThat(refused.getForwardedUrl()).isEqualTo("/v/closed");
        assertThat(language(second)).as("nothing was done").isEqualTo("ja");
        assertThat(chooses(second, token(page("/v/ways", second)), "en").getRedirectedUrl()).isEqualTo("/v/ways?done=1");
        assertThat(language(first)).as("each their own").isEqualTo("easy");

        MockHttpServletResponse closed = mvc.perform(post("/v/closed").cookie(with(second)).param("_csrf", token(page("/v/ways", second)))).andReturn().getResponse();
        assertThat(closed.getStatus()).isEqualTo(401);
        assertThat(closed.getContentAsString()).contains("別のリンクを開いています", "もう一度開いてください");
        assertThat(chooses(null, firstWindow, "en").getForwardedUrl()).as("a visit that is over").isEqualTo("/v/closed");
    }
}
