package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
import jp.michishirube.consent.record.RecordConsent;
import jp.michishirube.consent.rule.GivenBy;
import jp.michishirube.consent.rule.NoticeRef;
import jp.michishirube.plan.interview.SubmitPlan;
import jp.michishirube.review.Loop;
import jp.michishirube.sharing.SharePlan;
import jp.michishirube.sharing.line.LinePhone;
import jp.michishirube.testing.Eventually;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody willing to help, from the city's list to the plan: suggested, asked by LINE, agrees on a telephone, sees their part, cannot any more, is replaced. */
@JourneyTest
class VolunteerJourneyTest {

    private static final Map<String, Desk> DESKS = new HashMap<>();

    @LocalServerPort private int port;
    @Value("${michishirube.sandbox.url}") private String sandboxUrl;
    @Autowired private RecordConsent record;
    @Autowired private OpenCase open;
    @Autowired private CaseProcess process;
    @Autowired private Loop loop;
    @Autowired private SubmitPlan submit;
    @Autowired private SharePlan share;
    @Autowired private JdbcClient jdbc;

    private CaseFile file;
    private LinePhone line;

    private Desk desk(String account) {
        return DESKS.computeIfAbsent(account, a -> new Desk("http://localhost:" + port, a.startsWith("aoba") ? 820 : 1280, a.startsWith("aoba") ? 1180 : 900).signIn(a));
    }

    @AfterAll
    static void leave() {
        DESKS.values().forEach(Desk::close);
        DESKS.clear();
    }

    @Test
    void aVolunteerBecomesASupporterAndIsReplaced() {
        theCityKeepsTheList();
        try (Desk phone = new Desk("http://localhost:" + port, 400, 800)) {
            theVolunteerLinksLine(phone);
            theOfficeAsksByLine();
            theVolunteerAgrees(phone);
            thePlanNamesThemAndComesIntoForce();
            theySeeTheirPartAndCannotAnyMore(phone);
        }
        somebodyElseIsFound();
    }

    private void theCityKeepsTheList() {
        Desk city = desk("roster1").go("/volunteers").sees("避難支援の協力者").check("volunteers-empty").follow("協力者を加える").press("保存する").sees("氏名または名称を入力").check("volunteer-refused");
        city.fill("氏名または名称", "大森 茂").fill("住所", "みちしるべ市青葉町二丁目4番10号").fill("電話", "090-5555-0101").fill("手伝える町", "青葉町");
        city.page.locator("#f-area").fill("青葉町");
        city.page.getByLabel("平日の日中").check();
        city.press("保存する").sees("協力者を加えました").sees("大森 茂");
        city.follow("一覧から加える").sees("手伝える町");
        city.page.locator("input[type=file]").setInputFiles(new com.microsoft.playwright.options.FilePayload("list.csv", "text/csv",
                "氏名または名称,区分,担当者,町,住所,電話,手伝える町,時間帯,人数\n青葉自主防災会,団体,川口 真,青葉町,,0990-22-4444,青葉町、若草町,いつでも,5\n誤り 一,個人,,青葉町,,119,青葉町,日中,1\n"
                        .getBytes(StandardCharsets.UTF_8)));
        city.press("読んで加える").sees("1件を加えました", "1行は加えていません").check("volunteer-list").go("/volunteers").sees("青葉自主防災会").check("volunteers");
    }

    private void theVolunteerLinksLine(Desk phone) {
        Desk city = desk("roster1").follow("大森 茂").check("volunteer").press("リンクと確認番号を出す").sees("確認番号").check("volunteer-link");
        String link = city.page.locator("#address").innerText();
        phone.go(link.substring(link.indexOf("/p/"))).fill("確認番号", city.page.locator(".pass-code").innerText()).press("開く").sees("いま、お願いはありません").check("visit-volunteer-none")
                .follow("自分の連絡先を変える").check("visit-volunteer-contact").press("変える").sees("連絡先を変えました");
        line = LinePhone.of(sandboxUrl, "大森 茂", port);
        line.befriend();
        Eventually.until(() -> line.links().stream().anyMatch(l -> l.contains("/v/line")));
        String offer = line.links().stream().filter(l -> l.contains("/v/line")).reduce((a, b) -> b).orElseThrow().replaceFirst("https?://[^/]+", "");
        phone.go(offer).press("このLINEとつなぐ").follow("LINEに戻って終わる").sees("LINEとつながりました");
        Eventually.until(() -> phone.go("/v/line").page.locator("body").innerText().contains("LINEとつながっています"));
    }

    private void theOfficeAsksByLine() {
        file = open.open(new Resident(0, "J-VOLUNTEER", null, "髙橋 ハナ", "タカハシ ハナ", LocalDate.of(1938, 4, 12), "女", "990-0011", "みちしるべ市青葉町二丁目6番13号",
                "0990-22-1007", "青葉町"), "AOBA", 1);
        consent("creation");
        Eventually.until(() -> process.openSteps(file.id()).contains(Step.INTERVIEW_RESIDENT));
        Desk office = desk("aoba1").go("/cases/" + file.number() + "/volunteers").sees("手伝えそうな協力者", "大森 茂", "青葉自主防災会").check("volunteers-of-case");
        assertThat(office.page.locator("table tbody tr").first().innerText()).as("nearest along the roads").contains("大森 茂").containsPattern("歩いて約\\d+ m");
        office.page.getByLabel("大森 茂に依頼する").click();
        office.sees("承諾があるまで、本人の名前は伝えません").press("依頼する").sees("お願いすることを選んで").check("ask-refused");
        office.page.locator("form").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("知らせ方")).getByLabel("付き添い").check();
        office.page.getByLabel("LINE").check();
        office.press("依頼する").sees("リンクを送ります").check("ask-sent");
    }

    private void theVolunteerAgrees(Desk phone) {
        String code = desk("aoba1").page.locator(".pass-code").innerText();
        Eventually.until(() -> line.links().stream().anyMatch(l -> l.contains("/p/")));
        assertThat(line.screen()).doesNotContain("髙橋", code);
        String link = line.links().stream().filter(l -> l.contains("/p/")).reduce((a, b) -> b).orElseThrow();
        phone.go(link.substring(link.indexOf("/p/"))).fill("確認番号", code).press("開く").sees("青葉町の方の避難", "付き添い", "法律上の義務はありません").check("visit-volunteer");
        assertThat(phone.page.locator("body").innerText()).doesNotContain("髙橋", "ハナ");
        phone.go("/v/volunteer?lang=ja__easy").sees("しなければ ならない 決まりは ありません").check("visit-volunteer-easy").go("/v/volunteer?lang=en").sees("There is no legal duty")
                .check("visit-volunteer-en").go("/v/volunteer?lang=ja").press("手伝います").sees("文を読んで印を付けて").check("visit-volunteer-refused");
        phone.page.getByLabel("読みました").check();
        phone.press("手伝います").sees("返事を受け取りました").check("visit-volunteer-agreed");
    }

    private void thePlanNamesThemAndComesIntoForce() {
        Desk office = desk("aoba1").go("/cases/" + file.number() + "/volunteers").sees("承諾しました").check("volunteers-agreed").press("計画の支援者に入れる").sees("計画の支援者に入れました");
        office.go("/cases/" + file.number() + "/volunteers").sees("計画の支援者に入れました。");
        loop.as("aoba2", () -> {
            loop.write(file, loop.complete());
            submit.submit(file.id(), Step.INTERVIEW_RESIDENT, null, "");
        });
        jdbc.sql("update casefile.casefile set state = 'IN_FORCE' where id = ?").param(file.id().value()).update();
        consent("giving");
        consent("sharing");
        loop.as("aoba2", () -> share.begin(file.id()));
    }

    private void theySeeTheirPartAndCannotAnyMore(Desk phone) {
        String key = jdbc.sql("select supporter_key from sharing.asking where case_id = ?").param(file.id().value()).query(String.class).single();
        Desk office = desk("aoba1").go("/cases/" + file.number() + "/sharing/supporters/" + key);
        assertThat(office.page.getByLabel("LINEでリンクを送る").isChecked()).as("as they were asked").isTrue();
        office.page.getByLabel("この支援者とこの本人").check();
        int before = line.links().size();
        office.press("案内する").sees("確認番号");
        String code = office.page.locator(".pass-code").innerText();
        Eventually.until(() -> line.links().size() > before);
        String link = line.links().get(before);
        phone.go(link.substring(link.indexOf("/p/"))).fill("確認番号", code).press("開く");
        Eventually.until(() -> phone.go("/v/supporter").page.locator("body").innerText().contains("さんの避難"));
        for (int width : new int[] {640, 320, 400}) {
            phone.page.setViewportSize(width, 800);
            phone.check("visit-supporter-found");
        }
        phone.follow("返事の練習をする").sees("だれにも伝わりません");
        for (int width : new int[] {640, 320, 400}) {
            phone.page.setViewportSize(width, 800);
            phone.check("visit-practice");
        }
        phone.press("助けが要る").sees("119番").check("visit-practice-done").follow("戻る").follow("続けられなくなった").check("visit-supporter-end");
        phone.page.getByRole(com.microsoft.playwright.options.AriaRole.CHECKBOX).check();
        phone.press("伝える").sees("伝えました");
        phone.go("/v/supporter").sees("このページは閉じています");
        phone.go(link.substring(link.indexOf("/p/"))).sees("このリンクは止められています");
    }

    private void somebodyElseIsFound() {
        Desk office = desk("aoba1").go("/notices").sees("続けられない").go("/cases/" + file.number() + "/sharing").sees("かわりをさがす").check("sharing-replace");
        office.page.getByLabel("大森 茂さんのかわりをさがす").click();
        office.sees("かわりをさがしています").check("volunteers-replacing").page.getByLabel("青葉自主防災会に依頼する").click();
        var form = office.page.locator("form[action$=heard]");
        form.getByLabel("付き添い").check();
        form.getByLabel("承諾").check();
        form.getByLabel("電話").check();
        form.locator("input[name=read]").check();
        office.press("返事を記録する").sees("返事を記録しました", "次の版を作るときに").check("volunteers-replaced");
        desk("roster1").go("/notices").sees("続けられない");
    }

    private void consent(String notice) {
        loop.as("aoba1", () -> record.record(file.id(), new ConsentGiven(List.of(new ConsentGiven.Decided(new NoticeRef(notice, 1, "ja"), true, null)), GivenBy.SELF, null, null,
                null, Channel.ELECTRONIC, null, "佐藤 恵", Instant.parse("2026-10-05T01:00:00Z"), null)));
    }
}
