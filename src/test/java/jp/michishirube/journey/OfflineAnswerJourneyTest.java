package jp.michishirube.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.SandboxPages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The network is cut in the middle of answering: the answer waits in the telephone, without a name, and arrives once. */
@JourneyTest
class OfflineAnswerJourneyTest {

    @LocalServerPort private int port;
    @Value("${michishirube.sandbox.url}") private String sandboxUrl;
    @Autowired private SharedPlans plans;
    @Autowired private JdbcClient jdbc;

    @Test
    void anAnswerWithoutANetworkWaitsAndIsSentOnce() {
        CaseFile file = plans.inForce("断線町", Map.of("/resident/email", "\"cut@safety.example.jp\""));
        String event;
        try (Desk officer = new Desk("http://localhost:" + port, 1280, 1100).signIn("review1")) {
            officer.go("/events");
            officer.page.getByText("火山").first().click();
            officer.page.locator("#f-areas").getByText("断線町").click();
            officer.press("訓練として始める").sees("安否確認を始めました");
            event = officer.path().replaceAll("[?#].*", "");
            try {
                answers(file);
            } finally {
                officer.go(event);
                officer.page.getByText("終える", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)).first().click();
                officer.press("安否確認を終える");
            }
        }
    }

    private void answers(CaseFile file) {
        SandboxPages outside = new SandboxPages(sandboxUrl);
        Eventually.until(() -> outside.get("/mail").contains("cut@safety.example.jp"));
        Matcher link = Pattern.compile("cut@safety.example.jp.*?(/p/[0-9a-z]{26})", Pattern.DOTALL).matcher(outside.get("/mail"));
        assertThat(link.find()).isTrue();
        try (Desk phone = new Desk("http://localhost:" + port, 400, 800)) {
            phone.go(link.group(1)).press("開く").sees("あなたは無事ですか");
            phone.page.context().setOffline(true);
            phone.page.getByText("助けがいります", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)).click();
            assertThat(phone.page.getByText("まだ送れていません")).isVisible();
            phone.picture("safety-visit-unsent-400");
            assertThat(answered(file)).isEmpty();
            assertThat(String.valueOf(phone.page.evaluate("JSON.stringify(localStorage)"))).contains("unsent").doesNotContain("太郎", "試験", "断線町", "青葉");
            phone.page.context().setOffline(false);
            assertThat(phone.page.getByText("受け付けました")).isVisible();
            assertThat(answered(file)).containsExactly("NEEDS_HELP");
            assertThat(String.valueOf(phone.page.evaluate("JSON.stringify(localStorage)"))).doesNotContain("unsent");

            // The page is left before there is a network again.
            phone.go("/v/event?change=1");
            phone.page.context().setOffline(true);
            phone.page.getByText("避難しました", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)).click();
            assertThat(phone.page.getByText("まだ送れていません")).isVisible();
            phone.page.navigate("about:blank");
            phone.page.context().setOffline(false);
            phone.go("/v/event");
            assertThat(phone.page.getByText("避難しました", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))).isVisible();
            assertThat(answered(file)).containsExactly("NEEDS_HELP", "EVACUATED");
            assertThat(phone.page.getByText("まだ送れていません")).isHidden();

            // The answer arrives, and the word that it did is lost.
            phone.go("/v/event?change=1");
            AtomicBoolean lost = new AtomicBoolean();
            phone.page.route("**/v/event", route -> {
                if (route.request().method().equals("POST") && lost.compareAndSet(false, true)) {
                    route.fetch(new com.microsoft.playwright.Route.FetchOptions().setMaxRedirects(0));
                    route.abort();
                } else {
                    route.resume();
                }
            });
            phone.page.getByText("無事です。助けはいりません", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)).click();
            Eventually.until(() -> answered(file).size() == 3);
            assertThat(phone.page.getByText("まだ送れていません")).isVisible();
            phone.page.evaluate("dispatchEvent(new Event('online'))");
            assertThat(phone.page.getByText("受け付けました")).isVisible();
            assertThat(answered(file)).as("once").containsExactly("NEEDS_HELP", "EVACUATED", "SAFE");
        }
    }

    private List<String> answered(CaseFile file) {
        return jdbc.sql("select x.said from safety.answer x join safety.asked a on a.id = x.asked_id where a.resident_id = ? order by x.id").param(file.resident().id()).query(String.class).list();
    }
}
