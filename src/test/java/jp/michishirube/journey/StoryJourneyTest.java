package jp.michishirube.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the roster to a plan in the care circle app, as the people of the demo city do it. */
@JourneyTest
class StoryJourneyTest {

    private static final Map<String, Desk> DESKS = new HashMap<>();

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient jdbc;

    /** The person's desk, signed in at the first call. City staff sit at a PC, care managers carry a tablet. */
    private Desk desk(String account) {
        return DESKS.computeIfAbsent(account, a -> new Desk("http://localhost:" + port, a.startsWith("aoba") ? 820 : 1280, a.startsWith("aoba") ? 1180 : 900).signIn(a));
    }

    @AfterAll
    static void leave() {
        DESKS.values().forEach(Desk::close);
        DESKS.clear();
    }

    @Test
    @Order(1)
    void theRosterManagerTakesTheRosterIn() {
        Desk desk = desk("roster1");
        desk.go("/roster").check("roster-empty").follow("名簿を取り込む").check("roster-upload");
        desk.page.locator("input[type=file]").setInputFiles(Path.of("src/main/resources/demo/roster-990019-cp932.csv"));
        desk.press("内容を確かめる");
        assertThat(desk.page.locator("h1")).containsText("確認", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        desk.sees("まだ何も変わっていません").check("roster-preview");
        desk.page.locator(".tabs a", new com.microsoft.playwright.Page.LocatorOptions().setHasText("誤り")).click();
        desk.check("roster-preview-wrong");
        desk.press("確定して取り込む");
        assertThat(desk.page.locator("h1")).containsText("取込みの結果", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        desk.sees("40").check("roster-done");
        desk.go("/roster/entries").check("roster-entries");
    }

    @Test
    @Order(2)
    void theCareManagerAsksForConsentToMakingThePlan() {
        Desk desk = desk("aoba1");
        String number = caseOf("M000001");
        desk.go("/cases/" + number + "/consents/creation").check("consent-creation");
        desk.press("記録する").check("consent-creation-errors");
    }

    private String caseOf(String cityNumber) {
        return jdbc.sql("""
                select c.number from casefile.casefile c join casefile.resident r on r.id = c.resident_id where r.city_number = ?
                """).param(cityNumber).query(String.class).single();
    }
}
