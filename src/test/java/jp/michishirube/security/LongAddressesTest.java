package jp.michishirube.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** By the server itself, with all the lines that stand in the head of an answer to a person signed in. */
@ProductTest
class LongAddressesTest {

    @LocalServerPort private int port;

    @Test
    void theLongestWayOnThatIsLetPassFitsIntoAnAnswerAndALongerOneIsRefusedInWords() {
        WebBrowser browser = new WebBrowser("http://localhost:" + port);
        browser.signIn("aoba1");
        HttpResponse<String> list = browser.open("/inbox");
        HttpResponse<String> fits = browser.post(list, "/inbox/search", "tab=office&a=" + "a".repeat(5_950));
        assertThat(fits.statusCode()).isEqualTo(200);
        assertThat(fits.uri().getQuery()).hasSizeGreaterThan(5_950);
        HttpResponse<String> refused = browser.post(list, "/inbox/search", "tab=office&a=" + "a".repeat(6_050));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("長すぎて、次の画面へ進めません");
        assertThat(browser.ask("/oauth2/authorization/michishirube").statusCode()).isEqualTo(302);
    }
}
