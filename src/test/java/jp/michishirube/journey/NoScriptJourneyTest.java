package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.review.Loop;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where script is off, or did not load on a bad line: the work is done all the same. */
@ProductTest
@ExtendWith(Chromium.class)
class NoScriptJourneyTest {

    @LocalServerPort int port;
    @Autowired Loop loop;
    @Autowired SharedPlans plans;
    @Autowired JdbcClient jdbc;

    /** The form has some hundred and eighty inputs, each a part of what is posted. */
    @Test
    void theWholeInterviewIsSavedAndHandedIn() {
        CaseFile file = loop.atInterview();
        loop.write(file, loop.complete());
        try (Desk desk = new Desk("http://localhost:" + port, 820, 1180, false).signIn("aoba1").go("/cases/" + file.number() + "/interview")) {
            assertThat(desk.page.locator("form[enctype='multipart/form-data'] [name]").count()).isGreaterThan(100);
            desk.page.locator("[id='f-/remarks/text']").fill("スクリプトなしで書いた");
            desk.press("保存する").picture("plan-interview-no-script");
            PlaywrightAssertions.assertThat(desk.page.locator("[id='f-/remarks/text']")).hasValue("スクリプトなしで書いた");
            desk.press("提出前の確認へ").sees("スクリプトなしで書いた").press("提出する");
            desk.page.waitForURL("**/cases/" + file.number());
            desk.sees("市の仕事です");
            PlaywrightAssertions.assertThat(desk.page.locator("#now [data-next]").last()).isFocused();
            assertThat(jdbc.sql("select count(*) from plan.submission where case_id = ?").param(file.id().value()).query(Integer.class).single()).isEqualTo(1);
        }
    }

    /** What a script would ask in a dialog is asked on a page of its own, or by a mark without which the form cannot be sent. */
    @Test
    void aRecallIsAskedAboutFirst() {
        CaseFile file = plans.givenToTheCircle("青葉町");
        try (Desk desk = new Desk("http://localhost:" + port, 1280, 900, false).signIn("review1").go("/cases/" + file.number()).picture("front-no-script")) {
            desk.sees("避難のしかた", "隣 一郎");
            assertThat(desk.page.locator("a[href^='tel:']").count()).isGreaterThanOrEqualTo(2);
            desk.go("/cases/" + file.number() + "/sharing");
            desk.page.locator("a.danger").first().click();
            desk.sees("引き上げますか").picture("recall-no-script");
            assertThat(plans.state(file, jp.michishirube.consent.rule.Party.Kind.CARE_CIRCLE)).isEqualTo("DELIVERED");
            desk.follow("やめる").sees("届きました");
        }
    }

    /** No empty boxes where a map would be. */
    @Test
    void mapsGiveWayToTheirLists() {
        try (Desk desk = new Desk("http://localhost:" + port, 820, 1180, false).signIn("machi1").go("/dangers")) {
            PlaywrightAssertions.assertThat(desk.page.locator("#map")).not().isVisible();
            PlaywrightAssertions.assertThat(desk.page.locator("noscript .notice")).isVisible();
            desk.picture("dangers-no-script");
            desk.page.locator("summary", new com.microsoft.playwright.Page.LocatorOptions().setHasText("地図を使わずに決める")).click();
            desk.fill("近くの住所", "みちしるべ市青葉町二丁目6番13号");
            desk.page.locator("#kind").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            desk.press("知らせる").sees("市が確認すると公開されます");
        }
    }

    @Test
    void aNameIsSearchedAndStandsInNoAddress() {
        CaseFile file = loop.atInterview();
        String name = file.resident().name();
        try (Desk desk = new Desk("http://localhost:" + port, 1280, 900, false).signIn("aoba1").go("/inbox?tab=office")) {
            desk.page.locator("#q").fill(name);
            desk.press("絞り込む");
            assertThat(desk.path()).startsWith("/inbox?").contains("search=").doesNotContain("q=").doesNotContain("%");
            PlaywrightAssertions.assertThat(desk.page.locator("#q")).hasValue(name);
            desk.page.locator("th[aria-sort] a").first().click();
            PlaywrightAssertions.assertThat(desk.page.locator("#q")).hasValue(name);
            assertThat(desk.path()).contains("search=");
            desk.page.locator("#filter-name").fill("その人");
            desk.press("保存").follow("その人");
            PlaywrightAssertions.assertThat(desk.page.locator("#q")).hasValue(name);
            assertThat(desk.path()).contains("search=").doesNotContain("q=");
        }
    }
}
