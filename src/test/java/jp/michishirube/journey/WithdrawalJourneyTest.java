package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.SandboxPages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A plan in the care circle app, a consent taken back, and what the receiver's own page shows of it. */
@JourneyTest
class WithdrawalJourneyTest {

    private static final Map<String, Desk> DESKS = new HashMap<>();
    private static CaseFile file;

    @LocalServerPort private int port;
    @Value("${michishirube.sandbox.url}") private String sandboxUrl;
    @Autowired private SharedPlans plans;

    private Desk office() {
        return DESKS.computeIfAbsent("aoba1", a -> new Desk("http://localhost:" + port, 820, 1180).signIn(a));
    }

    private Desk circle() {
        return DESKS.computeIfAbsent("circle", a -> new Desk(sandboxUrl, 1280, 900));
    }

    @AfterAll
    static void leave() {
        DESKS.values().forEach(Desk::close);
        DESKS.clear();
    }

    @AfterEach
    void normal() {
        new SandboxPages(sandboxUrl).turn("CARE_CIRCLE", "NORMAL");
    }

    @Test
    void aConsentIsTakenBackAndTheReceiverShowsIt() {
        theCareCircleShowsThePlanAndTheRecordSaysWhatItGot();
        aCareCircleThatIsDownCannotConfirmAndThePagesSaySo();
        onceItIsUpItConfirms();
        aCareCircleThatAnswersGivesThePlanBackByItself();
        takingBackTheMakingAsksWhetherThePlanStays();
    }

    private void theCareCircleShowsThePlanAndTheRecordSaysWhatItGot() {
        file = plans.givenToTheCircle("青葉町");
        circle().go(planPage()).sees(file.number().value(), "渡された項目").check("withdrawal-circle-has-it");
        Desk office = office().go("/cases/" + file.number() + "/access").sees("ケアエール", "本人の同意");
        office.page.locator("details summary").first().click();
        office.sees("氏名").check("access-fields");
        assertThat(office.page.locator("body").innerText()).doesNotContain("/resident/", "/supporters/");
    }

    private void aCareCircleThatIsDownCannotConfirmAndThePagesSaySo() {
        circleIs("DOWN");
        withdraw(file).sees("同意の取りやめを記録しました", "相手がまだ確認していません").check("withdrawal-unconfirmed");
        office().go("/cases/" + file.number() + "/sharing").sees("引き上げ中", "相手の確認を待っています").check("withdrawal-unconfirmed-sharing");
        office().press("いま、もう一度頼む").sees("相手がまだ確認しません").check("withdrawal-still-unconfirmed");
        circle().go(planPage()).sees(file.number().value(), "渡された項目");
    }

    private void onceItIsUpItConfirms() {
        circleIs("NORMAL");
        office().press("いま、もう一度頼む").sees("引き上げが確認できました", "引き上げました").check("withdrawal-confirmed");
        assertThat(office().page.locator("body").innerText()).doesNotContain("相手がまだ確認していません");
        circle().go(planPage()).sees("引き上げられました").check("withdrawal-circle-recalled");
    }

    private void aCareCircleThatAnswersGivesThePlanBackByItself() {
        CaseFile other = plans.givenToTheCircle("青葉町");
        String page = "/plans/" + plans.key(other, Party.Kind.CARE_CIRCLE);
        circle().go(page).sees(other.number().value());
        withdraw(other);
        Eventually.until(() -> circle().go(page).page.locator("body").innerText().contains("引き上げられました"));
        office().go("/cases/" + other.number() + "/sharing").sees("引き上げました");
        office().go("/cases/" + other.number() + "/timeline").sees("ケアエールと支援者への提供の同意が取りやめになりました");
    }

    /** Of a plan in force the making's consent asks what becomes of the plan. */
    private void takingBackTheMakingAsksWhetherThePlanStays() {
        CaseFile kept = plans.givenToTheCircle("青葉町");
        Desk desk = office().go("/cases/" + kept.number() + "/consents").follow("取りやめる").check("withdrawal-in-force");
        desk.page.getByLabel("ほかから情報を取得することだけを取りやめ、計画はそのまま使う").check();
        desk.press("取りやめを記録する").agree().sees("同意の取りやめを記録しました");
        assertThat(plans.state(kept, Party.Kind.CARE_CIRCLE)).isEqualTo("DELIVERED");
    }

    private Desk withdraw(CaseFile of) {
        Desk desk = office().go("/cases/" + of.number() + "/consents");
        desk.page.locator("tr:has-text('ケアエールと支援者への提供') a.danger").click();
        desk.check("withdrawal-of-giving");
        return desk.press("取りやめを記録する").agree().sees("同意の取りやめを記録しました");
    }

    private String planPage() {
        return "/plans/" + plans.key(file, Party.Kind.CARE_CIRCLE);
    }

    private void circleIs(String mode) {
        Desk desk = circle().go("/");
        desk.page.locator("select[aria-label='ケアエール']").selectOption(mode);
        desk.page.locator("form:has(select[aria-label='ケアエール']) button").click();
    }
}
