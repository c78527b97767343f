package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.review.Loop;
import jp.michishirube.safety.event.EndEvent;
import jp.michishirube.safety.warning.PullNow;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.Eventually;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A river rises: the weather office publishes, the officer reads whom it would reach and begins; lifting, correction, withdrawal and drill follow. */
@JourneyTest
class WarningJourneyTest {

    private static final Map<String, Desk> DESKS = new HashMap<>();

    @LocalServerPort private int port;
    @Value("${michishirube.sandbox.url}") private String sandboxUrl;
    @Autowired private SharedPlans plans;
    @Autowired private PullNow pull;
    @Autowired private EndEvent end;
    @Autowired private Loop loop;
    @Autowired private JdbcClient jdbc;

    private CaseFile resident;
    private Desk office;

    private Desk desk(String account, int width, boolean script) {
        return DESKS.computeIfAbsent(account + width, a -> new Desk("http://localhost:" + port, width, 1100, script).signIn(account));
    }

    @AfterAll
    static void leave() {
        DESKS.values().forEach(Desk::close);
        DESKS.clear();
    }

    @Test
    void aRiverRises() {
        endWhatOthersBegan();
        resident = plans.inForce("川端町");
        plans.inForce("青葉町");
        office = DESKS.computeIfAbsent("weather", a -> new Desk(sandboxUrl, 1280, 1100));
        publish("あけぼの川", "4", "訓練", "発表する");
        theOfficerSeesADrill();
        publish("みちしるべ川", "4", "通常", "発表する");
        theOfficerBegins();
        theWarningIsTakenBackCorrectedAndLifted();
        theCityWritesDownItsOwnOrder();
        theSourceIsAway();
    }

    /** Where an event asks already nothing is proposed. */
    private void endWhatOthersBegan() {
        jdbc.sql("select id from safety.event where ended_at is null").query(Long.class).list().forEach(id -> loop.as("review1", () -> end.end(id, false)));
        jdbc.sql("update safety.proposal set state = 'PUT_ASIDE' where state = 'OPEN'").update();
    }

    private void publish(String river, String level, String status, String press) {
        office.go("/weather").sees("指定河川洪水予報");
        office.page.getByLabel("川").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(river));
        office.page.locator("#level").selectOption(level);
        office.page.locator("#status").selectOption(status);
        office.page.getByLabel("下流の観測所は1段低い").check();
        office.press(press).sees("配信しました");
        pull.from(sandboxUrl);
    }

    private void theOfficerSeesADrill() {
        office.check("sandbox-weather").picture("sandbox-weather-1280");
        Desk phone = desk("review1", 400, true).go("/events").sees("安否確認の提案が1件あります").follow("提案を見る").sees("決めてください", "訓練");
        phone.follow("洪水の安否確認の提案").sees("訓練の知らせです", "だれに尋ねることになるか").check("proposal").picture("proposal-drill-400");
        phone.page.getByText("始めずに置く").first().click();
        phone.page.locator("#f-reason").fill("きょうは画面を見るだけ");
        phone.press("始めずに置く").sees("もう一度提案します", "始めずに置きました").check("proposals");
        assertThat(jdbc.sql("select count(*) from safety.event where ended_at is null and mode = 'REAL' and ground like '%川%'").query(Integer.class).single()).isZero();
    }

    private void theOfficerBegins() {
        Desk tablet = desk("roster1", 820, false).go("/proposals").sees("決めてください").picture("proposals-820-noscript");
        tablet.follow("洪水の安否確認の提案").sees("レベル4相当", "レベル3", "川端町", "青葉町").picture("proposal-820-noscript");
        assertThat(tablet.page.content()).doesNotContain(resident.resident().name());
        desk("review1", 400, true).go(tablet.path()).sees("だれに尋ねることになるか").check("proposal").picture("proposal-400");
        Desk wide = desk("review2", 1280, true).go(tablet.path()).sees("だれに尋ねることになるか").check("proposal").picture("proposal-1280");
        wide.go(tablet.path() + "?lang=en").sees("Whom it would ask", "Level 4 equivalent").check("proposal").picture("proposal-en-1280");
        wide.go("/warnings?lang=en").sees("In force now").check("warnings").picture("warnings-en-1280").go("/proposals?lang=en").sees("To be decided").picture("proposals-en-1280").go("/proposals?lang=ja");
        tablet.press("本番として始める").sees("安否確認を始めました", "川端町");
        String event = tablet.path().replaceAll(".*/events/(\\d+).*", "$1");
        Eventually.until(() -> jdbc.sql("select count(*) from safety.asked where event_id = ? and resident_id = ?").params(Long.valueOf(event), resident.resident().id())
                .query(Integer.class).single() == 1);
        wide.go("/proposals").sees("始めました").picture("proposals-1280");
        wide.go("/warnings").sees("みちしるべ川", "レベル4相当", "訓練").check("warnings").picture("warnings-1280");
        desk("review1", 400, true).go("/warnings").sees("みちしるべ川").check("warnings").picture("warnings-400");
        desk("roster1", 820, false).go("/warnings").sees("みちしるべ川").picture("warnings-820-noscript");
    }

    private void theWarningIsTakenBackCorrectedAndLifted() {
        publish("みちしるべ川", "5", "通常", "発表する");
        publish("みちしるべ川", "5", "通常", "直前の発表を取り消す");
        Desk wide = desk("review2", 1280, true).go("/warnings").sees("解除ではありません", "レベル4相当").picture("warnings-withdrawn-1280");
        publish("みちしるべ川", "3", "通常", "発表する");
        publish("みちしるべ川", "2", "通常", "直前の発表を訂正する");
        wide.go("/warnings").sees("みちしるべ川").check("warnings");
        assertThat(wide.page.locator(".events > li").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("みちしるべ川")).first().textContent()).contains("レベル2").doesNotContain("相当");
        publish("みちしるべ川", "2", "通常", "解除する");
        wide.go("/warnings").sees("解除", "訂正", "取消").picture("warnings-lifted-1280");
    }

    private void theCityWritesDownItsOwnOrder() {
        Desk phone = desk("review1", 400, true).go("/orders").sees("避難情報はありません").check("orders").picture("orders-400");
        phone.page.getByText("土砂災害").first().click();
        phone.page.getByText("警戒レベル4 避難指示").first().click();
        phone.page.locator("#f-areas").getByText("青葉町").click();
        phone.press("訓練として記録する").sees("記録しました", "【訓練】", "発令中").check("order").picture("order-400");
        String order = phone.path().replaceAll("[?#].*", "");
        desk("review2", 1280, true).go(order + "?lang=en").sees("Evacuation orders", "DRILL").check("order").picture("order-en-1280");
        desk("review2", 1280, true).go("/orders?lang=en").sees("Write down a new one").picture("orders-en-1280").go("/orders?lang=ja").check("orders").picture("orders-1280");
        desk("roster1", 820, false).go("/orders").sees("警戒レベル4 避難指示").picture("orders-820-noscript").go(order).sees("解除・取消").picture("order-820-noscript");
        phone.page.getByText("解除・取消").first().click();
        phone.press("解除する").sees("解除を記録しました").picture("order-lifted-400");
        phone.go("/proposals").sees("土砂災害の安否確認の提案", "訓練");
    }

    private void theSourceIsAway() {
        new jp.michishirube.testing.SandboxPages(sandboxUrl).turn("WEATHER", "DOWN");
        try {
            pull.from(sandboxUrl);
        } finally {
            new jp.michishirube.testing.SandboxPages(sandboxUrl).turn("WEATHER", "NORMAL");
        }
        pull.from(sandboxUrl);
        assertThat(jdbc.sql("select count(*) from safety.weather_source where failing_since is null and answered_at is not null").query(Integer.class).single()).isOne();
        for (int width : new int[] {400, 820}) {
            try (Desk narrow = new Desk(sandboxUrl, width, 1100)) {
                narrow.go("/flag").sees("発災通知フラグ").picture("sandbox-flag-" + width);
                narrow.go("/weather").sees("配信した電文").picture("sandbox-weather-" + width);
                narrow.go("/weather?lang=en").sees("Telegrams published").picture("sandbox-weather-en-" + width);
            }
        }
    }
}
