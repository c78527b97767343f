package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.SandboxPages;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A 町内会長 of 75 without an account: the city prints the sheet; with it and the own telephone, by keyboard alone, to the pledge and the list. */
@JourneyTest
class LeaderJourneyTest {

    /** 200 % and 400 % of a window of 1280 pixels. */
    private static final int[] ZOOMED = {640, 320};

    @LocalServerPort private int port;
    @Value("${michishirube.sandbox.url}") private String sandboxUrl;
    @Autowired private SharedPlans plans;

    @Test
    void aLeaderSignsInByPaperAndTelephone() throws IOException {
        CaseFile file = plans.inForce("杜町");
        plans.says(file, "sharing", true);
        plans.share(file);
        plans.awaitState(file, Party.Kind.NEIGHBOURHOOD, "DELIVERED");
        try (Desk city = new Desk("http://localhost:" + port, 1280, 900).signIn("roster1"); Desk phone = new Desk("http://localhost:" + port, 400, 800)) {
            String letters = theCityPrintsTheSheet(city);
            theLeaderSignsIn(phone, letters);
            theLeaderPledgesAndReads(phone, file);
            thePapersAreKept(city);
        }
    }

    private String theCityPrintsTheSheet(Desk city) throws IOException {
        city.go("/leaders").sees("町内会長・班長・民生委員").follow("任期を加える").press("加える").sees("町内会などの名前を入力", "電話番号の形になっていません").check("leader-refused");
        city.fill("町内会など", "杜町町内会").fill("氏名", "杜野 清").fill("電話番号", "0242-55-7001").fill("住所", "みちしるべ市杜町一丁目2番3号").fill("担当する町", "杜町");
        city.press("加える").sees("確認用紙を印刷して渡してください", "まだです。約束するまで").check("leader");
        byte[] sheet = Files.readAllBytes(city.page.waitForDownload(() -> city.button("確認用紙を印刷する").click()).path());
        city.go("/leaders").sees("杜野 清").check("leaders");
        try (PDDocument read = Loader.loadPDF(sheet)) {
            Matcher found = Pattern.compile("(?:[0-9a-z]{5} ){5}[0-9a-z]").matcher(new PDFTextStripper().getText(read));
            assertThat(found.find()).as("letters on the sheet").isTrue();
            return found.group();
        }
    }

    private void theLeaderSignsIn(Desk phone, String letters) {
        phone.go("/p").fill("リンクの文字", letters).press("開く").sees("ご自身の電話番号");
        zoomed(phone, "visit-telephone");
        tabTo(phone, "f-phone");
        phone.page.keyboard().type("0242557001");
        tabTo(phone, "way");
        phone.page.keyboard().press("Tab");
        phone.page.keyboard().press("Enter");
        phone.sees("確認番号を送りました");
        zoomed(phone, "visit-telephone-code");
        SandboxPages outside = new SandboxPages(sandboxUrl);
        Eventually.until(() -> outside.get("/telephones").contains("+81242557001"));
        Matcher told = Pattern.compile("\\+81242557001</td><td>[^<]*確認番号は ([0-9、]+) です").matcher(outside.get("/telephones"));
        assertThat(told.find()).isTrue();
        tabTo(phone, "f-code");
        phone.page.keyboard().type(told.group(1).replace("、", ""));
        phone.page.keyboard().press("Enter");
        phone.sees("秘密を守る約束");
    }

    private void theLeaderPledgesAndReads(Desk phone, CaseFile file) {
        zoomed(phone, "visit-pledge");
        phone.press("約束して名簿を見る").sees("印を付けてください").check("visit-pledge-refused");
        phone.page.getByLabel("約束します").check();
        phone.press("約束して名簿を見る").sees("試験 太郎", "杜町町内会");
        zoomed(phone, "visit-leader");
        phone.go("/v/leader?lang=en").sees("People who need help").check("visit-leader-en").go("/v/leader?lang=ja").follow("試験 太郎").sees("見せてよいとした項目");
        zoomed(phone, "visit-leader-plan");
        phone.follow("戻る").press("このページを閉じる").sees("ページを閉じました");
        phone.go("/v/leader/plans/" + file.number()).sees("このページは閉じています");
    }

    private void thePapersAreKept(Desk city) {
        city.follow("杜野 清").sees("秘密を守ると約束しました", "名簿を印刷する");
        city.page.getByLabel("宛名が杜野 清さん").check();
        city.page.getByLabel("1を渡した・送った").click();
        city.sees("渡したことを記録しました", "本人の手元").check("leader-handed");
        city.page.getByLabel("この方の役を終えます").check();
        city.press("任期の途中で終える").sees("任期は終わりました").go("/leaders").sees("紙が戻っていない方").check("leaders-owing");
        city.follow("杜野 清").page.getByLabel("どうなったかを記録する").click();
        city.sees("記録しました。", "戻った").check("leader-over");
    }

    /** Looks at the page at 400 pixels and zoomed. */
    private static void zoomed(Desk desk, String name) {
        desk.check(name);
        for (int width : ZOOMED) {
            desk.page.setViewportSize(width, 640);
            desk.check(name);
        }
        desk.page.setViewportSize(400, 800);
    }

    /** Steps on with the tab key until that element, by id or name, has the focus. */
    private static void tabTo(Desk desk, String which) {
        for (int i = 0; i < 30; i++) {
            desk.page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(desk.page.evaluate("w => document.activeElement.id === w || document.activeElement.name === w", which))) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + which);
    }
}
