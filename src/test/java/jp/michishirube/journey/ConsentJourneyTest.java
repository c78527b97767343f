package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.sharing.SharedPlans;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Consent as people meet it: at the bedside, in the history, taken back; and a disaster declared by two officers. */
@JourneyTest
class ConsentJourneyTest {

    private static final Map<String, Desk> DESKS = new HashMap<>();
    private static CaseFile file;
    private static CaseFile silent;

    @LocalServerPort
    private int port;
    @Autowired
    private OpenCase open;
    @Autowired
    private SharedPlans plans;

    private Desk desk(String account) {
        return DESKS.computeIfAbsent(account, a -> new Desk("http://localhost:" + port, a.startsWith("aoba") ? 820 : 1280,
                a.startsWith("aoba") ? 1180 : 900).signIn(a));
    }

    @AfterAll
    static void leave() {
        DESKS.values().forEach(Desk::close);
        DESKS.clear();
    }

    @Test
    void consentFromTheBedsideToTheDisaster() {
        theNoticeIsReadTogetherWithFuriganaByASwitch();
        whatIsMissingIsNamed();
        aScanThatIsTooLargeIsToldAndWhatWasTypedStays();
        theAnswerMovesTheCaseOn();
        takingItBackActsAtOnce();
        aDisasterTakesTwoOfficers();
        whileItStandsTheLeaderSeesWhoNeverAgreedAndTheyAreToldAfterwards();
        theSamePagesSpeakEnglish();
    }

    private void theNoticeIsReadTogetherWithFuriganaByASwitch() {
        file = open.open(new Resident(0, "J-CONSENT", "J-CO", "髙橋 一郎", "タカハシ イチロウ", LocalDate.of(1940, 3, 2), "男", "990-0001",
                "みちしるべ市青葉2丁目3番", "0990-00-0001", "青葉町"), "AOBA", 1);
        Desk desk = desk("aoba1").go("/cases/" + file.number() + "/consents/creation").check("consent-creation");
        Locator furigana = desk.page.locator(".notice-text rt").first();
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(furigana).isVisible();
        desk.page.locator("#furigana").uncheck();
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(furigana).isHidden();
    }

    private void whatIsMissingIsNamed() {
        desk("aoba1").press("記録する").sees("入力を確認してください").check("consent-creation-errors");
    }

    /** Told beside the input before it is sent; and where no script runs, by the server's answer. Either way what was typed stays. */
    private void aScanThatIsTooLargeIsToldAndWhatWasTypedStays() {
        Desk desk = desk("aoba1");
        desk.page.getByLabel("はい、同意します").first().check();
        desk.page.getByLabel("紙に署名した").check();
        desk.fill("説明した人", "説明 した人");
        desk.page.locator("#f-scan").setInputFiles(new FilePayload("scan.pdf", "application/pdf", new byte[11 << 20]));
        desk.press("記録する").sees("このファイルは大きすぎます（10 MBまで）").check("consent-scan-too-large");
        typedIsThere(desk);
        desk.page.locator("#f-scan").evaluate("input => input.dataset.megabytes = 100");
        Response answer = desk.page.waitForResponse(r -> r.request().method().equals("POST"), () -> desk.press("記録する"));
        assertThat(answer.status()).isEqualTo(413);
        typedIsThere(desk.sees("写しのファイルが大きすぎます。10 MBまでにしてください。").check("consent-scan-refused"));
    }

    private static void typedIsThere(Desk desk) {
        assertThat(desk.page.getByLabel("説明した人").inputValue()).isEqualTo("説明 した人");
        assertThat(desk.page.getByLabel("はい、同意します").first().isChecked()).isTrue();
        assertThat(desk.page.getByLabel("紙に署名した").isChecked()).isTrue();
    }

    private void theAnswerMovesTheCaseOn() {
        Desk desk = desk("aoba1");
        desk.page.getByLabel("はい、同意します").first().check();
        desk.page.getByLabel("口頭で聞いた（立会人あり）").check();
        desk.fill("立会人の氏名", "髙橋 花子").press("記録する").sees("同意の記録を保存しました").check("consent-recorded");
        desk.go("/cases/" + file.number() + "/consents").sees("立会人 髙橋 花子").check("consent-history");
        desk.follow("計画を見せることの同意を聞く").sees("町内会・自主防災組織").check("consent-sharing");
        desk.go("/cases/" + file.number() + "/consents/supporters").check("consent-supporters");
        desk.go("/cases/" + file.number() + "/access").sees("佐藤 恵", "同意の記録").check("access-log");
    }

    private void takingItBackActsAtOnce() {
        Desk desk = desk("aoba1").go("/cases/" + file.number() + "/consents").follow("取りやめる").check("consent-withdrawal");
        desk.page.getByLabel("この同意だけを取りやめ、案件は続ける").check();
        desk.press("取りやめを記録する").agree().sees("同意の取りやめを記録しました").go("/cases/" + file.number() + "/consents").sees("取りやめ").check("consent-withdrawn");
        desk.go("/cases/" + file.number() + "/interview").sees("本人が連携に同意していません").check("interview-not-agreed");
    }

    private void aDisasterTakesTwoOfficers() {
        silent = plans.inForce("青葉町");
        Desk first = desk("review1").go("/disasters").check("disasters-empty");
        first.page.locator("#f-hazard").selectOption("flood");
        first.page.locator("#f-startsAt").fill(LocalDateTime.now().minusHours(1).withNano(0).withSecond(0).toString());
        first.page.locator("#f-endsAt").fill(LocalDateTime.now().plusHours(8).withNano(0).withSecond(0).toString());
        first.page.locator("#f-ground").fill("10時30分、青葉町に避難指示を発令");
        first.press("宣言する（二人目の確認へ）").sees("ほかの職員が確かめると有効になります", "二人目の確認待ち").check("disasters-declared");
        assertThat(listed(desk("machi1").go("/neighbourhood"), silent)).isZero();
        Desk second = desk("review2").go("/disasters");
        second.press("確かめて有効にする").agree().sees("宣言が有効になりました", "有効").check("disasters-standing");
    }

    private void whileItStandsTheLeaderSeesWhoNeverAgreedAndTheyAreToldAfterwards() {
        Desk leader = desk("machi1").go("/neighbourhood").sees("災害の宣言", "秘密保持義務").check("neighbourhood-disaster");
        assertThat(listed(leader, silent)).isPositive();
        desk("aoba1").go("/cases/" + silent.number() + "/access").sees("青葉町町内会", "災害の宣言（生命・身体の保護）").check("access-disaster");
        Desk officer = desk("review2").go("/disasters");
        officer.page.locator("a:has-text('あとで知らせる人')").first().click();
        officer.sees("青葉町町内会", "まだ知らせていない人への手紙").check("disaster-told");
        Download letter = officer.page.waitForDownload(() -> officer.page.locator("a[href*='letters.pdf?resident']").first().click());
        letter.saveAs(Path.of("target", "screenshots", "disaster-letter.pdf"));
        officer.page.locator("input[name=how]").first().fill("手紙");
        officer.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("知らせた").setExact(true)).first().click();
        officer.sees("知らせたことを記録しました", "知らせました").check("disaster-told-done");
        officer.go("/disasters").press("宣言を終える").agree().sees("宣言を終えました");
        assertThat(listed(leader.go("/neighbourhood"), silent)).isZero();
    }

    private static int listed(Desk leader, CaseFile file) {
        return leader.page.locator("#neighbours a[href*='" + file.number() + "']").count();
    }

    private void theSamePagesSpeakEnglish() {
        Desk desk = desk("aoba1").go("/cases/" + file.number() + "/consents?lang=en").sees("Withdrawn").check("consent-history-en");
        desk.go("/cases/" + file.number() + "/consents?lang=ja");
    }
}
