package jp.michishirube.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jp.michishirube.casefile.Step;
import jp.michishirube.testing.Eventually;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the roster to a plan in the care circle app, as the people of the demo city do it. */
@JourneyTest
class StoryJourneyTest {

    private static final String RESIDENT = "髙橋 ハナ";
    private static final Set<String> TABLETS = Set.of("aoba1", "review2");
    private static final Map<String, Desk> DESKS = new HashMap<>();

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient jdbc;
    @Value("${michishirube.oidc.issuer}")
    private String issuer;

    /** The person's desk, signed in at the first call. City staff sit at a PC, care managers carry a tablet. */
    private Desk desk(String account) {
        return DESKS.computeIfAbsent(account, a -> new Desk("http://localhost:" + port, TABLETS.contains(a) ? 820 : 1280, TABLETS.contains(a) ? 1180 : 900).signIn(a));
    }

    @AfterAll
    static void leave() {
        DESKS.values().forEach(Desk::close);
        DESKS.clear();
    }

    @Test
    void fromTheRosterToTheCareCircle() {
        theRosterManagerTakesTheRosterIn();
        theCareManagerTakesACaseAndRecordsTheConsentToMakingThePlan();
        whatOthersHoldIsInTheFormAndWhatIsMissingIsNamed();
        theCareManagerFillsInWhatIsMissingAndHandsItIn();
        theReviewerReturnsItWithARemarkOnAField();
        theAuthorSeesTheRemarkBesideTheFieldAndAnswers();
        theSecondReviewShowsWhatChangedAndOnlyTheFirstReviewerApproves();
        theResidentSignsTheSealedPlanOnTheTablet();
        withTheConsentToSharingThePlanGoesToTheCareCircle();
        aNoToMakingEndsTheCaseProperly();
        aColleaguesTaskIsTakenOverAfterAQuestion();
        theSwitchTurnsThePagesEnglish();
        cockpitIsClosedToCareManagers();
        anObjectionGoesBackThenThePaperIsSignedAndANoKeepsThePlanUnshared();
    }

    private void theRosterManagerTakesTheRosterIn() {
        Desk desk = desk("roster1");
        desk.go("/roster").check("roster-empty").follow("名簿を取り込む").check("roster-upload");
        desk.page.locator("input[type=file]").setInputFiles(Path.of("src/main/resources/demo/roster-990019-cp932.csv"));
        desk.press("内容を確かめる");
        assertThat(desk.page.locator("h1")).containsText("確認");
        desk.sees("まだ何も変わっていません").check("roster-preview");
        desk.page.locator(".tabs a", new com.microsoft.playwright.Page.LocatorOptions().setHasText("誤り")).click();
        desk.check("roster-preview-wrong");
        desk.press("確定して取り込む");
        assertThat(desk.page.locator("h1")).containsText("取込みの結果");
        desk.sees("40").check("roster-done");
        desk.go("/roster/entries").check("roster-entries");
    }

    private void theCareManagerTakesACaseAndRecordsTheConsentToMakingThePlan() {
        Desk desk = desk("aoba1");
        desk.sees("仕事の一覧").go("/inbox?tab=office").sees(RESIDENT).check("inbox-office");
        desk.picture("readme-inbox");
        desk.page.locator("tr", new Page.LocatorOptions().setHasText(RESIDENT)).getByRole(AriaRole.BUTTON).first().click();
        desk.go("/cases/" + number()).sees(RESIDENT, "いまここ").check("case-overview");
        desk.go("/cases/" + number() + "/consents/creation").check("consent-creation");
        desk.press("記録する").sees("入力を確認してください").check("consent-creation-errors");
        desk.page.getByLabel("はい、同意します").check();
        desk.page.getByLabel("画面でご本人が選んだ").check();
        desk.press("記録する").sees("同意の記録を保存しました").check("consent-recorded");
    }

    private void whatOthersHoldIsInTheFormAndWhatIsMissingIsNamed() {
        Desk desk = desk("aoba1");
        await("InterviewResident");
        desk.go("/cases/" + number() + "/interview").sees("都市OSから", "ケアエールから").check("interview");
        desk.picture("readme-form");
        desk.press("提出前の確認へ").sees("あと4件で提出できます", "移動のしかた", "青葉居宅介護支援事業所 佐藤 恵").check("interview-check");
    }

    private void theCareManagerFillsInWhatIsMissingAndHandsItIn() {
        Desk desk = desk("aoba1");
        fillIn(desk, number());
        desk.press("提出前の確認へ").sees("必要な項目はすべて入力されています").check("interview-ready");
        desk.press("提出する");
        desk.go("/cases/" + number()).sees("いまここ").check("case-handed-in");
    }

    private void theReviewerReturnsItWithARemarkOnAField() {
        await("ReviewPlan");
        Desk desk = desk("review1");
        desk.go("/inbox?tab=office").sees(RESIDENT).check("inbox-review");
        desk.page.locator("tr", new Page.LocatorOptions().setHasText(RESIDENT)).getByRole(AriaRole.BUTTON).first().click();
        desk.go("/cases/" + number() + "/review").sees("第1版").check("review");
        desk.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("移動のしかた.*指摘"))).first().click();
        desk.page.locator("#remark-form textarea[name=text]").fill("段差の多い家です。玄関までの動きも確かめてください。");
        desk.check("review-remark");
        desk.page.locator("#remark-form button[type=submit]").first().click();
        desk.press("差し戻す").sees("差し戻しました").check("review-returned");
    }

    private void theAuthorSeesTheRemarkBesideTheFieldAndAnswers() {
        await("RevisePlan");
        Desk desk = desk("aoba1");
        desk.go("/inbox?tab=returned").sees(RESIDENT, "差戻し").check("inbox-returned");
        desk.go("/cases/" + number() + "/interview").sees("段差の多い家です").check("revise");
        choose(desk, "considerations", "movement", "担架");
        desk.press("保存する").saved();
        desk.go("/cases/" + number() + "/remarks").sees("段差の多い家です").check("remarks");
        desk.press("直した");
        desk.go("/cases/" + number() + "/interview").press("提出前の確認へ").sees("第1版からの変更", "担架").check("revise-ready");
        desk.press("修正した計画を提出する");
    }

    private void theSecondReviewShowsWhatChangedAndOnlyTheFirstReviewerApproves() {
        await("ReviewPlan");
        Desk first = desk("review1");
        first.go("/cases/" + number() + "/review").sees("第2版", "変更", "担架").check("review-second");
        first.go("/cases/" + number() + "/diagram");
        assertThat(first.page.locator(".node-now")).not().hasCount(0);
        first.forgive("Applying inline style").check("diagram");
        first.forgive("Applying inline style").go("/cases/" + number() + "/review");
        Desk second = desk("review2");
        second.go("/cases/" + number() + "/review").sees("第2版を承認する");
        first.press("第2版を承認する").sees("承認しました");
        second.press("第2版を承認する").sees("すでに終わっています").check("review-too-late");
    }

    private void theResidentSignsTheSealedPlanOnTheTablet() {
        await("SignPlan");
        Desk desk = desk("aoba1");
        desk.go("/cases/" + number() + "/signature").sees("署名").check("signature");
        assertThat(desk.page.locator(".paper-pages img").first()).isVisible();
        desk.page.locator(".paper-pages img").first().scrollIntoViewIfNeeded();
        desk.page.waitForFunction("() => document.querySelector('.paper-pages img').naturalWidth > 0");
        Pictures.of(desk.page.locator(".paper-pages img").first(), "readme-plan");
        desk.page.locator("label.choice", new Page.LocatorOptions().setHasText("本人")).first().locator("input").check();
        desk.page.locator("label.choice", new Page.LocatorOptions().setHasText("この画面に書く")).locator("input").check();
        sign(desk);
        desk.press("署名して計画を完成する").sees("署名を記録しました").check("signed");
    }

    private void withTheConsentToSharingThePlanGoesToTheCareCircle() {
        await("ObtainSharingConsent");
        Desk desk = desk("aoba1");
        desk.go("/cases/" + number() + "/consents/sharing").check("consent-sharing");
        for (Locator yes : desk.page.locator("input[type=radio][value=yes]").all()) {
            yes.check();
        }
        desk.page.getByLabel("画面でご本人が選んだ").check();
        desk.press("記録する");
        awaitState("M000001", "IN_FORCE");
        desk.go("/cases/" + number() + "/sharing").sees("ケアエール").check("sharing");
        desk.go("/cases/" + number()).sees("共有済み").check("case-in-force");
        desk.go("/cases/" + number() + "/timeline").check("timeline");
        desk.go("/cases/" + number() + "/access").check("access");
        desk.go(issuer).sees(RESIDENT, number()).check("care-circle");
    }

    private void aNoToMakingEndsTheCaseProperly() {
        Desk desk = desk("aoba2");
        String other = caseOf("M000040");
        desk.go("/cases/" + other + "/consents/creation");
        desk.page.getByLabel("いいえ、同意しません").check();
        desk.page.getByLabel("画面でご本人が選んだ").check();
        desk.press("記録する");
        awaitState("M000040", "CREATION_REFUSED");
        desk.go("/cases/" + other).sees("作成に同意なし").check("case-refused");
    }

    private void aColleaguesTaskIsTakenOverAfterAQuestion() {
        String other = caseOf("M000005");
        take(desk("aoba1"), other);
        Desk desk = desk("aoba2");
        take(desk, other);
        desk.sees("佐藤 恵").check("take-over").press("引き継ぐ");
        desk.go("/inbox?q=" + other).sees(other, "鈴木 健");
    }

    private void anObjectionGoesBackThenThePaperIsSignedAndANoKeepsThePlanUnshared() {
        String other = caseOf("M000005");
        Desk desk = desk("aoba2");
        answer(desk, other, "creation", "yes");
        await(other, "InterviewResident");
        desk.go("/cases/" + other + "/interview").check("interview-wide");
        fillIn(desk, other);
        desk.press("提出前の確認へ").sees("必要な項目はすべて入力されています").check("interview-ready-wide").press("この内容で提出する");
        await(other, "ReviewPlan");
        Desk reviewer = desk("review1");
        reviewer.go("/cases/" + other + "/review").press("第1版を承認する");
        await(other, "SignPlan");
        desk.go("/cases/" + other + "/signature").check("signature-wide");
        desk.page.locator("details.objection summary").click();
        desk.page.locator("textarea[name=reason]").fill("避難先を妹の家にしたいそうです。");
        desk.press("直すために戻す").agree().sees("計画を直すために戻しました");
        await(other, "RevisePlan");
        desk.go("/cases/" + other + "/interview").sees("避難先を妹の家にしたいそうです").check("revise-after-objection");
        desk.page.locator("textarea[name*='start']").first().fill("妹、民生委員、市の順に電話する。");
        desk.press("提出前の確認へ").press("修正した計画を提出する");
        await(other, "ReviewPlan");
        reviewer.go("/cases/" + other + "/review").press("第2版を承認する");
        await(other, "SignPlan");
        desk.go("/cases/" + other + "/signature");
        desk.page.locator("label.choice", new Page.LocatorOptions().setHasText("本人")).first().locator("input").check();
        desk.page.locator("label.choice", new Page.LocatorOptions().setHasText("紙に書いて")).locator("input").check();
        desk.page.locator("input[type=file][name=scan]").setInputFiles(Path.of("docs/images/plan.png"));
        desk.page.locator("input[name=signedOn]").fill(java.time.LocalDate.now().toString());
        desk.press("署名して計画を完成する").sees("署名を記録しました").check("signed-paper");
        await(other, "ObtainSharingConsent");
        answer(desk, other, "sharing", "no");
        awaitState("M000005", "IN_FORCE_UNSHARED");
        desk.go("/cases/" + other).sees("共有なし").check("case-unshared");
    }

    static void answer(Desk desk, String number, String stage, String answer) {
        desk.go("/cases/" + number + "/consents/" + stage);
        for (Locator choice : desk.page.locator("input[type=radio][value=" + answer + "]").all()) {
            choice.check();
        }
        desk.page.getByLabel("画面でご本人が選んだ").check();
        desk.press("記録する");
    }

    static void fillIn(Desk desk, String number) {
        desk.go("/cases/" + number + "/interview");
        choose(desk, "considerations", "items", "立つことや歩くことができない");
        choose(desk, "considerations", "movement", "車いす");
        choose(desk, "route", "means", "車いす");
        choose(desk, "start", "when", "警戒レベル3");
        field(desk, "making", "madeOn").locator("input[type=text]").fill("R8.11.24");
        field(desk, "making", "madeBy").locator("input[type=text]").fill("青葉居宅介護支援事業所 佐藤 恵");
    }

    private void theSwitchTurnsThePagesEnglish() {
        Desk desk = desk("roster1");
        desk.go("/inbox").follow("English").sees("Work list", "Sign out").check("inbox-english");
        desk.go("/cases/" + number()).sees("Case number").check("case-english");
        desk.follow("日本語").sees("案件番号");
    }

    private void cockpitIsClosedToCareManagers() {
        Desk other = desk("aoba1");
        Response refused = other.page.navigate("http://localhost:" + port + "/camunda/app/cockpit/default/");
        Assertions.assertEquals(403, refused.status());
    }

    private void take(Desk desk, String number) {
        desk.go("/inbox?tab=office&q=" + number);
        desk.page.locator("tbody tr", new Page.LocatorOptions().setHasText(number)).getByRole(AriaRole.BUTTON).first().click();
    }

    /** A name as a hand writes it: a few strokes over the pad. */
    static void sign(Desk desk) {
        Locator pad = desk.page.locator("canvas[data-pad]");
        pad.scrollIntoViewIfNeeded();
        var box = pad.boundingBox();
        for (int stroke = 0; stroke < 4; stroke++) {
            double x = box.x + 60 + stroke * 90;
            desk.page.mouse().move(x, box.y + 60);
            desk.page.mouse().down();
            for (int i = 1; i <= 8; i++) {
                desk.page.mouse().move(x + 8 * i, box.y + 60 + 30 * Math.sin(i) + 8 * i);
            }
            desk.page.mouse().up();
        }
    }

    private void awaitState(String cityNumber, String state) {
        Eventually.holds(() -> Assertions.assertEquals(state, jdbc.sql("""
                select c.state from casefile.casefile c join casefile.resident r on r.id = c.resident_id where r.city_number = ?
                """).param(cityNumber).query(String.class).single()));
    }

    /** Ticks the choice whose text begins so, of that field of the form. */
    private static void choose(Desk desk, String section, String key, String text) {
        Locator field = field(desk, section, key);
        field.locator("label.choice", new Locator.LocatorOptions().setHasText(text)).first().locator("input").check();
    }

    private static Locator field(Desk desk, String section, String key) {
        return desk.page.locator("[data-field='%1$s.%2$s'], [data-field='/%1$s/%2$s'], [data-field='%1$s-%2$s'], [data-field='%1$s/%2$s']"
                .formatted(section, key)).first();
    }

    private void await(String node) {
        await(number(), node);
    }

    private void await(String number, String node) {
        Eventually.holds(() -> Assertions.assertTrue(jdbc.sql("select step from inbox.work_item where case_number = ?").param(number)
                .query(String.class).list().contains(Step.ofNode(node).orElseThrow().name()), "the case reaches " + node));
    }

    private String number() {
        return caseOf("M000001");
    }

    private String caseOf(String cityNumber) {
        return jdbc.sql("""
                select c.number from casefile.casefile c join casefile.resident r on r.id = c.resident_id where r.city_number = ?
                """).param(cityNumber).query(String.class).single();
    }
}
