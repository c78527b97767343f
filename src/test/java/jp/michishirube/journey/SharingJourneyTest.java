package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Step;
import jp.michishirube.consent.record.Channel;
import jp.michishirube.consent.record.ConsentGiven;
import jp.michishirube.consent.rule.GivenBy;
import jp.michishirube.consent.rule.NoticeRef;
import jp.michishirube.consent.record.RecordConsent;
import jp.michishirube.plan.interview.SubmitPlan;
import jp.michishirube.review.Loop;
import jp.michishirube.sharing.SharePlan;
import jp.michishirube.sharing.line.LinePhone;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.SandboxPages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Linked facts and shared plans as people meet them: a holder that is down, the circle, the leader's list, a plan taken back. */
@JourneyTest
class SharingJourneyTest {

    private static final Map<String, Desk> DESKS = new HashMap<>();
    private static CaseFile file;

    @LocalServerPort private int port;
    @Value("${michishirube.sandbox.url}") private String sandboxUrl;
    @Autowired private RecordConsent record;
    @Autowired private OpenCase open;
    @Autowired private CaseProcess process;
    @Autowired private Loop loop;
    @Autowired private SubmitPlan submit;
    @Autowired private SharePlan share;
    @Autowired private JdbcClient jdbc;

    private Desk desk(String account) {
        return DESKS.computeIfAbsent(account, a -> new Desk("http://localhost:" + port, a.startsWith("aoba") ? 820 : 1280,
                a.startsWith("aoba") ? 1180 : 900).signIn(a));
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
    void factsComeInAndThePlanGoesOutAndBack() {
        aHolderThatIsDownIsSaidSoAndAskedAgain();
        theNotebookOfSomeoneElseIsRefusedBesideItsField();
        thePlanGoesToThoseWhoMayHaveIt();
        aSupporterOpensThePageOfTheirOwn();
        theLeaderReadsTheList();
        aCopyOnPaperIsNumberedHandedOverAndCounted();
        aPlanIsTakenBackAfterAQuestion();
    }

    private void aHolderThatIsDownIsSaidSoAndAskedAgain() {
        file = open.open(new Resident(0, "J-SHARE", "MC-0001", "髙橋 ハナ", "タカハシ ハナ", LocalDate.of(1938, 4, 12), "女", "990-0011",
                "みちしるべ市青葉町二丁目6番13号", "0990-22-1007", "青葉町"), "AOBA", 1);
        new SandboxPages(sandboxUrl).turn("CARE_CIRCLE", "DOWN");
        consent("creation");
        Eventually.until(() -> process.openSteps(file.id()).contains(Step.INTERVIEW_RESIDENT));
        Desk desk = desk("aoba1").go("/cases/" + file.number() + "/linkage").sees("受け取れませんでした").check("linkage");
        new SandboxPages(sandboxUrl).turn("CARE_CIRCLE", "NORMAL");
        desk.press("もう一度受け取る").sees("受け取りました。");
    }

    private void theNotebookOfSomeoneElseIsRefusedBesideItsField() {
        Desk desk = desk("aoba1").go("/cases/" + file.number() + "/linkage");
        desk.fill("QRコードの内容", "JAHISTC08,1\n1,伊東 清,1,19390322\n5,20261101\n201,1,薬,1,錠\n").press("読み取って計画に入れる")
                .sees("この案件の本人の手帳ではありません").check("linkage-notebook-refused");
        assertThat(desk.page.getByLabel("QRコードの内容").inputValue()).contains("伊東 清");
    }

    private void thePlanGoesToThoseWhoMayHaveIt() {
        loop.as("aoba2", () -> {
            loop.write(file, loop.complete());
            submit.submit(file.id(), Step.INTERVIEW_RESIDENT, null, "");
        });
        jdbc.sql("update casefile.casefile set state = 'IN_FORCE' where id = ?").param(file.id().value()).update();
        consent("giving");
        consent("sharing");
        loop.as("aoba2", () -> share.begin(file.id()));
        Eventually.until(() -> jdbc.sql("select count(*) from sharing.delivery where case_id = ? and state in ('WAITING', 'SENT')")
                .param(file.id().value()).query(Integer.class).single() == 0);
        desk("aoba1").go("/cases/" + file.number() + "/sharing").sees("届きました", "本人の同意", "提供の記録").check("sharing");
        try (Desk outside = new Desk(sandboxUrl, 1280, 900)) {
            outside.go("/").sees(file.number().value()).check("sandbox-received");
            outside.page.locator("#plans a").first().click();
            outside.sees("さんの避難計画", "渡された項目").check("sandbox-plan");
            outside.go(outside.page.url() + "?lang=en").sees("Evacuation plan of", "Whom to call").check("sandbox-plan-en");
            assertThat(outside.page.locator("main").innerText()).as("no JSON").doesNotContain("{", "\"sections\"");
            outside.page.setViewportSize(400, 800);
            outside.go(outside.page.url().replace("lang=en", "lang=ja")).check("sandbox-plan-phone");
        }
    }

    /** On a telephone, without account. The pages have no script at all. */
    private void aSupporterOpensThePageOfTheirOwn() {
        Desk office = desk("aoba1").go("/cases/" + file.number() + "/sharing").follow("ページを案内する").sees("組み合わせの確認").check("supporter-link");
        office.page.getByLabel("リンクを画面に出して").check();
        office.press("案内する").sees("印を付けてください").check("supporter-link-refused");
        office.page.getByLabel("この支援者とこの本人").check();
        office.press("案内する").sees("確認番号").check("supporter-link-given");
        String link = office.page.locator("#address").innerText();
        String code = office.page.locator(".pass-code").innerText();
        String path = link.substring(link.indexOf("/p/"));
        assertThat(office.page.locator(".pass-qr path").getAttribute("d")).startsWith("M");
        try (Desk phone = new Desk("http://localhost:" + port, 400, 800)) {
            phone.go(path).sees("確認番号").check("visit-open");
            phone.fill("確認番号", code.equals("111111") ? "222222" : "111111").press("開く").sees("確認番号が違います").check("visit-wrong");
            phone.fill("確認番号", code).press("開く");
            Eventually.until(() -> phone.go("/v/supporter").page.locator("body").innerText().contains("さんの避難"));
            phone.check("visit-supporter");
            phone.go("/v/supporter?lang=ja__easy").sees("できるときに、できることを して").check("visit-supporter-easy");
            phone.go("/v/supporter/contact").check("visit-contact").fill("メールアドレス", "tonari").press("変える").sees("メールアドレスの形").check("visit-contact-refused");
            theOwnLineIsLinked(phone.go("/v/supporter?lang=ja"));
            phone.go("/v/supporter/end?lang=ja__easy").press("伝える").sees("印を付けて").check("visit-end");
            phone.go("/v/supporter?lang=ja").press("このページを閉じる").sees("閉じました");
            phone.go("/v/supporter").sees("このページは閉じています").check("visit-closed");
        }
        desk("roster1").go("/engine/messages").sees("確認番号が違いました").check("outbox");
    }

    private void theOwnLineIsLinked(Desk phone) {
        phone.follow("お知らせをLINEで受け取る").sees("友だちに追加").check("visit-line");
        LinePhone line = LinePhone.of(sandboxUrl, "佐々木 花", port);
        int before = line.links().size();
        line.befriend();
        Eventually.until(() -> line.links().size() > before);
        String offer = line.links().get(before).replaceFirst("https?://[^/]+", "");
        try (Desk another = new Desk("http://localhost:" + port, 400, 800)) {
            another.go(offer).sees("紙の文字と番号で開く").check("visit-typed").press("開く").sees("このリンクは使えません").check("visit-typed-refused");
        }
        phone.go(offer).sees("いまLINEから来ています").check("visit-line-offer").press("このLINEとつなぐ").check("visit-line-go");
        phone.follow("LINEに戻って終わる").sees("LINEとつながりました").check("phone-linked").follow("LINEのトークに戻る").check("phone-chat");
        Eventually.until(() -> phone.go("/v/line").page.locator("body").innerText().contains("LINEとつながっています"));
        phone.check("visit-line-linked");
    }

    private void theLeaderReadsTheList() {
        Desk leader = desk("machi1").go("/neighbourhood").sees("青葉町町内会", "本人の同意").check("neighbourhood");
        leader.page.locator("#neighbours a[href*='" + file.number() + "']").first().click();
        leader.sees("見せてよい項目").check("neighbour");
        desk("roster1").go("/linkage/statistics").sees("項目が、入力せずに入りました").check("linkage-statistics");
    }

    private void aCopyOnPaperIsNumberedHandedOverAndCounted() {
        Desk desk = desk("aoba1").go("/cases/" + file.number() + "/sharing");
        desk.page.locator("tr", new com.microsoft.playwright.Page.LocatorOptions().setHasText("みちしるべ市消防本部")).locator("a[href$=copies]").click();
        String sheet = desk.sees("まだ印刷していません").page.waitForDownload(() -> desk.button("写しを1部印刷する").click()).suggestedFilename();
        assertThat(sheet).endsWith("-copy-1.pdf");
        desk.page.reload();
        desk.page.locator("#copies summary").click();
        desk.check("copies").press("渡したと記録する").sees("印を付けてください").check("copies-refused");
        desk.page.locator("#copies input[name=pair]").check();
        desk.press("渡したと記録する").sees("写しを渡したことを記録しました").check("copies-handed");
        Desk city = desk("roster1").go("/prints/copies").sees("みちしるべ市消防本部").check("copy-holders");
        city.page.locator("a[href*='FIRE_SERVICE']").click();
        city.check("copy-holder").page.locator("input[name=copy]").check();
        city.press("手元にあったものを記録する").sees("棚卸しの結果を記録しました");
    }

    private void aPlanIsTakenBackAfterAQuestion() {
        Desk desk = desk("aoba1").go("/cases/" + file.number() + "/sharing");
        desk.page.locator("#deliveries a.danger").first().click();
        desk.sees("から、計画（第1版）を引き上げますか").check("sharing-recall").press("引き上げる").sees("引き上げを始めました");
        Eventually.until(() -> jdbc.sql("select count(*) from sharing.delivery where case_id = ? and state = 'RECALLED'")
                .param(file.id().value()).query(Integer.class).single() == 1);
        desk.go("/cases/" + file.number() + "/sharing").sees("引き上げました").check("sharing-recalled");
    }

    private void consent(String notice) {
        loop.as("aoba1", () -> record.record(file.id(), new ConsentGiven(
                List.of(new ConsentGiven.Decided(new NoticeRef(notice, 1, "ja"), true, null)), GivenBy.SELF, null, null, null,
                Channel.ELECTRONIC, null, "佐藤 恵", Instant.parse("2026-10-05T01:00:00Z"), null)));
    }
}
