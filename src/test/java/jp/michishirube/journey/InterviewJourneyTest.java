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
            // Typing goes on while saving fails again and again, rows and choices included.
            field(desk, "/route/avoid").fill("水路沿いの道");
            desk.page.locator("[data-group='/contacts'] button[name=add]").click();
            Locator contact = desk.page.locator("[data-group='/contacts'] .plan-rows > .plan-row");
            contact.locator("input[name$='/name']").fill("遠野 花");
            desk.page.locator("[data-field='/considerations/movement'] input[value=stick]").check();
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
            assertThat(field(desk, "/route/avoid")).hasValue("水路沿いの道");
            assertThat(contact.locator("input[name$='/name']")).hasValue("遠野 花");
            assertThat(desk.page.locator("[data-field='/considerations/movement'] input[value=stick]")).isChecked();
            desk.press("サインアウト");
            desk.page.waitForURL(url -> !url.contains("/interview"));
            desk.page.navigate("http://localhost:" + port + "/css/base.css");
            Object kept = desk.page.evaluate("async () => localStorage.length + sessionStorage.length + (await caches.keys()).length + (await indexedDB.databases()).length");
            org.assertj.core.api.Assertions.assertThat(kept).isEqualTo(0);
            desk.page.goBack();
            assertThat(desk.page.locator("body")).not().containsText("電波の届かない家で書いた");
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

    @Test
    void twoTabsOfOnePersonDoNotOverwriteEachOther() {
        CaseFile file = loop.atInterview();
        try (Desk desk = open(file, 1280, 900)) {
            Page second = desk.page.context().newPage();
            second.navigate("http://localhost:" + port + "/cases/" + file.number() + "/interview");
            field(desk, "/remarks/text").fill("一つめのタブ");
            desk.saved();
            second.locator("[id='f-/remarks/text']").fill("二つめのタブ");
            assertThat(second.locator("[data-field='/remarks/text'] .plan-decide")).isVisible();
            assertThat(second.locator("[data-field='/remarks/text'] .error")).containsText("一つめのタブ");
            second.close();
        }
    }

    @Test
    void atTwoHundredPercentTheSectionsAreReachedByKeyboardAlone() {
        CaseFile file = loop.atInterview();
        try (Desk desk = open(file, 640, 900)) {
            desk.check("plan-interview-zoom");
            Locator summary = desk.page.locator(".plan-nav summary");
            assertThat(desk.page.locator(".plan-nav ol")).isHidden();
            summary.focus();
            desk.page.keyboard().press("Enter");
            assertThat(desk.page.locator(".plan-nav ol")).isVisible();
            desk.page.locator("[data-nav=making] a").focus();
            desk.page.keyboard().press("Enter");
            assertThat(desk.page.locator(".plan-nav ol")).isHidden();
            assertThat(desk.page.locator("#s-making")).isInViewport();
            assertThat(desk.page.locator("[data-nav-now]")).containsText("作成");
            assertThat(summary).isInViewport();
            desk.page.keyboard().press("Tab");
            assertThat(desk.page.locator("#s-making :focus")).hasCount(1);
            assertThat(field(desk, "/making/madeBy")).hasValue("青葉居宅介護支援事業所 佐藤 恵");
            field(desk, "/making/madeOn").fill("");
            desk.saved();
            assertThat(desk.page.locator("[data-nav=making] .plan-mark")).hasText("未入力 1");
            field(desk, "/making/madeOn").fill("R8.11.20");
            desk.saved();
            assertThat(desk.page.locator("[data-nav=making] .plan-mark")).hasText("済み");
            desk.picture("plan-interview-zoom-making");
        }
    }

    @Test
    void aRouteIsDrawnByHandAndKeptAsAPicture() {
        CaseFile file = loop.atInterview();
        try (Desk desk = open(file, 820, 1180)) {
            desk.page.locator(".plan-draw summary").click();
            Locator canvas = desk.page.locator(".plan-draw canvas");
            canvas.scrollIntoViewIfNeeded();
            var box = canvas.boundingBox();
            desk.page.mouse().move(box.x + 40, box.y + 40);
            desk.page.mouse().down();
            desk.page.mouse().move(box.x + 200, box.y + 120);
            desk.page.mouse().move(box.x + 320, box.y + 60);
            desk.page.mouse().up();
            desk.picture("plan-draw");
            desk.press("この図を保存する");
            assertThat(desk.page.locator("[data-field='/route/map'] .plan-file a")).containsText("手書きの図");
            desk.go("/cases/" + file.number() + "/interview");
            assertThat(desk.page.locator("[data-field='/route/map'] .plan-file a")).containsText("手書きの図");
        }
    }

    private Desk open(CaseFile file, int width, int height) {
        return new Desk("http://localhost:" + port, width, height).signIn("aoba1").go("/cases/" + file.number() + "/interview");
    }

    private static Locator field(Desk desk, String address) {
        return desk.page.locator("[id='f-" + address + "']");
    }
}
