package jp.michishirube.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The form at the bedside: it saves by itself, the network goes away and returns, the session ends, a second tab is open. */
@ProductTest
@ExtendWith(Chromium.class)
class InterviewJourneyTest {

    @LocalServerPort int port;
    @Autowired Loop loop;

    @Test
    void typingSavesItselfAndIsThereAfterALoad() {
        CaseFile file = loop.atInterview();
        try (Desk desk = open(file, 820, 1180)) {
            desk.check("plan-interview-tablet");
            field(desk, "/resident/kana").fill("ﾐﾁﾉ しるべ");
            field(desk, "/resident/kana").blur();
            assertThat(field(desk, "/resident/kana")).hasValue("ミチノ　シルベ");
            field(desk, "/resident/birthDate").fill("昭和16年5月3日");
            field(desk, "/resident/birthDate").blur();
            desk.sees("1941年（昭和16年）5月3日");
            desk.page.locator("[data-field='/reasons/items'] label", new Page.LocatorOptions().setHasText("難病")).click();
            assertThat(field(desk, "/reasons/disease")).isVisible();
            desk.page.locator("[data-group='/supporters'] button[name=add]").click();
            Locator row = desk.page.locator("[data-group='/supporters'] .plan-rows > .plan-row");
            row.locator("input[name$='/name']").fill("佐々木 花");
            assertThat(desk.page.locator("[data-section=supporterGap]")).isHidden();
            desk.saved();
            desk.go("/cases/" + file.number() + "/interview");
            assertThat(row.locator("input[name$='/name']")).hasValue("佐々木 花");
            row.locator("button[name=remove]").click();
            assertThat(desk.page.locator("[data-section=supporterGap]")).isVisible();
            desk.saved();
            desk.go("/cases/" + file.number() + "/interview/submission").sees("件で提出できます").check("plan-submission-missing");
        }
    }

    @Test
    void withoutNetworkAndSessionNothingTypedIsLost() {
        CaseFile file = loop.atInterview();
        try (Desk desk = open(file, 1280, 900)) {
            desk.page.context().setOffline(true);
            field(desk, "/remarks/text").fill("電波の届かない家で書いた");
            assertThat(desk.page.locator("[data-offline]")).isVisible();
            PageCheck.check(desk.page, "plan-interview-offline");
            desk.page.context().setOffline(false);
            desk.saved();
            desk.page.context().clearCookies();
            field(desk, "/remarks/key").fill("隣の佐々木さん");
            assertThat(desk.page.locator("[data-signed-out]")).isVisible();
            Page other = desk.page.context().newPage();
            other.navigate("http://localhost:" + port + "/");
            other.locator("input[name=username]").fill("aoba1");
            other.locator("input[name=password]").fill(Desk.PASSWORD);
            other.locator("main form button").first().click();
            other.waitForURL(url -> url.startsWith("http://localhost:" + port));
            other.close();
            desk.page.bringToFront();
            desk.saved();
            desk.go("/cases/" + file.number() + "/interview");
            assertThat(field(desk, "/remarks/text")).hasValue("電波の届かない家で書いた");
            assertThat(field(desk, "/remarks/key")).hasValue("隣の佐々木さん");
            Object kept = desk.page.evaluate("localStorage.length + sessionStorage.length");
            org.assertj.core.api.Assertions.assertThat(kept).isEqualTo(0);
        }
    }

    @Test
    void twoPeopleAtOneFieldAreToldAndDecide() {
        CaseFile file = loop.atInterview();
        try (Desk first = open(file, 1280, 900); Desk second = new Desk("http://localhost:" + port, 1280, 900).signIn("aoba2")) {
            second.go("/cases/" + file.number() + "/interview");
            field(first, "/remarks/text").fill("犬が一匹いる");
            first.saved();
            field(second, "/remarks/text").fill("猫が二匹いる");
            second.sees("佐藤 恵さんが先に変更しました");
            PageCheck.check(second.page, "plan-interview-conflict");
            second.press("自分の値で保存する");
            assertThat(second.page.locator("[data-field='/remarks/text'] .plan-decide")).hasCount(0);
            second.saved();
            second.go("/cases/" + file.number() + "/interview");
            assertThat(field(second, "/remarks/text")).hasValue("猫が二匹いる");
        }
    }

    private Desk open(CaseFile file, int width, int height) {
        return new Desk("http://localhost:" + port, width, height).signIn("aoba1").go("/cases/" + file.number() + "/interview");
    }

    private static Locator field(Desk desk, String address) {
        return desk.page.locator("[id='f-" + address + "']");
    }
}
