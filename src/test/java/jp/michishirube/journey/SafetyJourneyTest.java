package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.SandboxPages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The day as people meet it: three taps on the officer's phone, two on the resident's, the leader's board on a tablet without script. */
@JourneyTest
class SafetyJourneyTest {

    private static final Map<String, Desk> DESKS = new HashMap<>();

    @LocalServerPort private int port;
    @Value("${michishirube.sandbox.url}") private String sandboxUrl;
    @Autowired private SharedPlans plans;
    @Autowired private JdbcClient jdbc;

    private CaseFile first;
    private CaseFile second;
    private String event;

    private Desk desk(String account, int width, boolean script) {
        return DESKS.computeIfAbsent(account + width, a -> new Desk("http://localhost:" + port, width, 1100, script).signIn(account));
    }

    @AfterAll
    static void leave() {
        DESKS.values().forEach(Desk::close);
        DESKS.clear();
    }

    @Test
    void aDrillFromTheFirstTapToTheBoard() {
        first = plans.inForce("青葉町", Map.of("/resident/email", "\"journey@safety.example.jp\""));
        second = plans.inForce("青葉町");
        plans.says(first, "sharing", true);
        plans.says(second, "sharing", true);
        theOfficerBeginsInThreeTaps();
        theResidentAnswersInTwoTaps();
        theLeaderSeesWhoNeedsHelp();
    }

    private void theOfficerBeginsInThreeTaps() {
        Desk phone = desk("review1", 400, true).go("/events").check("safety-events");
        phone.page.getByText("洪水").first().click();
        phone.page.locator("#f-areas").getByText("青葉町").click();
        phone.press("訓練として始める").sees("安否確認を始めました", "【訓練】");
        event = phone.path().replaceAll("[?#].*", "");
        Eventually.until(() -> jdbc.sql("select count(*) from safety.asked where resident_id in (?, ?)").params(first.resident().id(), second.resident().id())
                .query(Integer.class).single() == 2);
        phone.go(event).sees("対象の方").check("safety-event");
        desk("roster1", 1280, true).go(event).check("safety-event");
    }

    private void theResidentAnswersInTwoTaps() {
        SandboxPages outside = new SandboxPages(sandboxUrl);
        Eventually.until(() -> outside.get("/mail").contains("journey@safety.example.jp"));
        Matcher link = Pattern.compile("journey@safety.example.jp.*?(/p/[0-9a-z]{26})", Pattern.DOTALL).matcher(outside.get("/mail"));
        assertThat(link.find()).isTrue();
        try (Desk phone = new Desk("http://localhost:" + port, 400, 800, false)) {
            phone.go(link.group(1)).press("開く").sees("【訓練】", "あなたは無事ですか", "逃げる先").picture("safety-go-400-noscript").press("助けがいります").sees("受け付けました");
        }
        try (Desk phone = new Desk("http://localhost:" + port, 400, 800)) {
            phone.go(link.group(1)).press("開く").sees("受け付けました").check("safety-visit-done");
            phone.follow("変わったことを伝える").sees("あなたは無事ですか").check("safety-visit");
            phone.go("/v/event?change=1&lang=ja__easy").sees("だいじょうぶですか", "どこへ 逃げますか").picture("safety-visit-easy-400");
            phone.go("/v/event?change=1&lang=en").sees("Where to go").check("safety-visit").picture("safety-visit-en-400");
        }
        thePagesOnOtherWidths(link.group(1));
    }

    private void thePagesOnOtherWidths(String link) {
        for (int width : new int[] {820, 1280}) {
            try (Desk wide = new Desk("http://localhost:" + port, width, 1100)) {
                wide.go(link).press("開く").sees("受け付けました", "逃げる先").check("safety-visit-done").picture("safety-visit-done-" + width);
                wide.follow("変わったことを伝える").sees("逃げる先").check("safety-visit").picture("safety-go-" + width);
            }
            desk("review1", width, width == 1280).go(event + "/places").sees("避難先の様子").picture("safety-places-" + width);
        }
        desk("review1", 400, true).go(event + "/places").sees("避難先の様子").check("safety-places").press("開いた").sees("伝えました").picture("safety-places-400");
    }

    private void theLeaderSeesWhoNeedsHelp() {
        Desk tablet = desk("machi1", 820, false).go("/events").sees("訓練").follow("洪水の安否確認").sees("助けがいる", "会って確かめた").picture("safety-board-820-noscript");
        desk("machi1", 400, true).go(tablet.path()).check("safety-board");
        desk("machi1", 1280, true).go(tablet.path()).check("safety-board").picture("safety-board-1280");
        theCityMakesVisits();
        theLeaderPractises();
    }

    private void theCityMakesVisits() {
        Desk phone = desk("review1", 400, true).go(event + "/errands").sees("いまは、訪問と電話はありません");
        phone.press("作る").sees("件作りました").check("safety-errands").picture("safety-errands-400");
        desk("roster1", 1280, true).go(event + "/errands").sees("助けがいる").check("safety-errands").picture("safety-errands-1280");
        desk("roster1", 1280, true).go(event + "/report").sees("答えまでの時間").check("safety-report").picture("safety-report-1280");
        desk("roster1", 1280, true).go("/cases/" + first.number() + "/reach").sees("災害のとき").check("safety-reach").picture("safety-reach-1280");
        desk("review1", 400, true).go("/cases/" + first.number() + "/reach").sees("災害のとき").check("safety-reach").picture("safety-reach-400");
    }

    private void theLeaderPractises() {
        desk("machi1", 820, false).go("/events/practice").sees("練習 いろは", "実在の人ではありません").picture("safety-practice-820-noscript");
        desk("machi1", 400, true).go("/events/practice").sees("練習 いろは").check("safety-practice");
    }
}
