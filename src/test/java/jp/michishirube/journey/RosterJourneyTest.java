package jp.michishirube.journey;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The roster manager's day: an unknown vendor's file is matched, checked, confirmed; then who makes whose plan, and how far they are. */
@JourneyTest
class RosterJourneyTest {

    private static final String VENDOR = "避難行動要支援者一覧（令和8年11月）\r\n管理番号,漢字氏名,ｶﾅ氏名,生年月日（和暦）,現住所,自治会名,介護度,世帯状況,浸水想定\r\n"
            + "J-R1,髙橋 旅子,ﾀｶﾊｼ ﾀﾋﾞｺ,昭和13年4月12日,みちしるべ市青葉町二丁目6番13号,青葉町,要介護４,独居,洪水\r\n"
            + "J-R2,山﨑 旅男,ﾔﾏｻﾞｷ ﾀﾋﾞｵ,昭和70年4月12日,みちしるべ市若草町一丁目1番,若草町,24,独居,\r\n"
            + "J-R3,佐藤 旅枝,ｻﾄｳ ﾀﾋﾞｴ,S15.1.1,みちしるべ市川端町1-1,川端町,21,同居,洪水\r\n"
            + "J-R3,佐藤 旅枝,ｻﾄｳ ﾀﾋﾞｴ,S15.1.1,みちしるべ市川端町1-1,川端町,21,同居,洪水\r\n";
    private static final Map<String, Desk> DESKS = new HashMap<>();
    private static String preview;

    @LocalServerPort
    private int port;

    private Desk wide() {
        return DESKS.computeIfAbsent("wide", k -> new Desk("http://localhost:" + port, 1280, 900).signIn("roster1"));
    }

    private Desk tablet() {
        return DESKS.computeIfAbsent("tablet", k -> new Desk("http://localhost:" + port, 820, 1180).signIn("roster1"));
    }

    @AfterAll
    static void leave() {
        DESKS.values().forEach(Desk::close);
        DESKS.clear();
    }

    @Test
    void theRosterManagersDay() {
        anUnknownVendorsFileIsMatched();
        thePreviewSaysWhatWouldHappen();
        confirmedItRunsToItsEnd();
        theSameFileAgainChangesNothingAndAChangeShowsBeforeAndAfter();
        peopleAssignmentAndProgress();
        theSameInEnglish();
    }

    private void anUnknownVendorsFileIsMatched() {
        Desk desk = wide().go("/roster").check("roster-imports-empty").go("/roster/imports/new").check("roster-upload");
        desk.page.locator("#f-file").setInputFiles(new FilePayload("福祉システム.csv", "text/csv", VENDOR.getBytes(Charset.forName("windows-31j"))));
        desk.page.getByLabel("異動分だけ").check();
        desk.fill("出力元のシステム", "福祉システムA").press("内容を確かめる").sees("列の対応", "漢字氏名", "髙橋 旅子").check("roster-mapping");
        tablet().go(desk.path()).check("roster-mapping");
        desk.page.locator("[id='f-t.3']").selectOption("-");
        desk.press("この対応で内容を確かめる").sees("必要な列です").check("roster-mapping-errors");
        desk.page.locator("[id='f-t.3']").selectOption("birthDate");
        desk.press("この対応で内容を確かめる").sees("値の意味", "言葉からの提案").check("roster-codes");
        tablet().go(desk.path()).check("roster-codes");
        desk.page.getByLabel("洪水の意味").selectOption("INSIDE");
        desk.press("この意味で内容を確かめる");
    }

    private void thePreviewSaysWhatWouldHappen() {
        Desk desk = wide();
        desk.sees("その元号にない年月日です", "昭和70年4月12日", "2人の案件が始まります").check("roster-preview-wrong");
        preview = desk.path();
        tablet().go(preview).check("roster-preview-wrong");
        desk.page.locator("nav#rows a", new com.microsoft.playwright.Page.LocatorOptions().setHasText("新規")).click();
        desk.sees("危険な区域に住み、要介護4・5です").check("roster-preview-new");
        tablet().go(preview + "?show=NEW").check("roster-preview-new");
        desk.page.locator("nav#rows a", new com.microsoft.playwright.Page.LocatorOptions().setHasText("重複")).click();
        desk.sees("行目と同じ人です");
    }

    private void confirmedItRunsToItsEnd() {
        wide().press("確定して取り込む").sees("2行を取り込みました").check("roster-done");
        tablet().go("/roster").sees("福祉システム.csv").check("roster-imports");
        wide().go("/roster").check("roster-imports");
    }

    private void theSameFileAgainChangesNothingAndAChangeShowsBeforeAndAfter() {
        Desk desk = wide().go("/roster/imports/new");
        desk.page.locator("#f-file").setInputFiles(new FilePayload("福祉システム2.csv", "text/csv",
                VENDOR.replace("みちしるべ市青葉町二丁目6番13号", "みちしるべ市青葉町三丁目9番1号").getBytes(Charset.forName("windows-31j"))));
        desk.page.getByLabel("異動分だけ").check();
        desk.fill("出力元のシステム", "福祉システムA").press("内容を確かめる").sees("変更なし");
        desk.page.locator("nav#rows a", new com.microsoft.playwright.Page.LocatorOptions().setHasText("変更")).first().click();
        desk.sees("みちしるべ市青葉町三丁目9番1号", "みちしるべ市青葉町二丁目6番13号").check("roster-preview-changed");
        desk.press("取込みをやめる").agree().sees("取込みをやめました");
    }

    private void peopleAssignmentAndProgress() {
        for (Desk desk : new Desk[] {wide(), tablet()}) {
            desk.go("/roster/entries?q=旅").sees("髙橋 旅子").check("roster-entries");
            desk.follow("髙橋 旅子").sees("要介護4").check("roster-entry");
            desk.go("/roster/assignment").sees("事業所の案件をまとめて移す").check("roster-assignment");
            desk.go("/roster/progress").sees("作成率");
            desk.page.waitForTimeout(600);
            desk.check("roster-progress");
        }
    }

    private void theSameInEnglish() {
        Desk desk = wide().go("/roster/entries?q=旅&lang=en").sees("People on the roster").check("roster-entries-en");
        desk.go("/roster/imports/new?lang=en").sees("Import a roster").check("roster-upload-en");
        desk.go("/roster?lang=ja");
    }
}
