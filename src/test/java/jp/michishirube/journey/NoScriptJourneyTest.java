package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.review.Loop;
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
            assertThat(jdbc.sql("select count(*) from plan.submission where case_id = ?").param(file.id().value()).query(Integer.class).single()).isEqualTo(1);
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
