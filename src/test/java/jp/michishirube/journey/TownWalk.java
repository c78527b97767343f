package jp.michishirube.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.michishirube.casefile.Step;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stations that every municipality's plan passes, whatever its form asks. Pictures carry the town's name. */
final class TownWalk implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String address;
    private final JdbcClient jdbc;
    private final String town;
    private final String cityNumber;
    private final Map<String, Desk> desks = new LinkedHashMap<>();

    /** @param cityNumber of the resident whose plan it is */
    TownWalk(int port, JdbcClient jdbc, String town, String cityNumber) {
        this.address = "http://localhost:" + port;
        this.jdbc = jdbc;
        this.town = town;
        this.cityNumber = cityNumber;
    }

    /** Care managers carry a tablet, all others sit at a PC. */
    Desk desk(String account) {
        boolean tablet = account.equals("aoba2");
        return desks.computeIfAbsent(account, a -> new Desk(address, tablet ? 820 : 1280, tablet ? 1180 : 900).signIn(a));
    }

    void takeRosterIn(String code) {
        Desk desk = desk("roster1").go("/roster").follow("名簿を取り込む");
        desk.page.locator("input[type=file]").setInputFiles(Path.of("forms", code, "demo", "roster.csv"));
        desk.press("内容を確かめる");
        assertThat(desk.page.locator("h1")).containsText("確認", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        desk.check(town + "-roster").press("確定して取り込む");
        assertThat(desk.page.locator("h1")).containsText("取込みの結果", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
    }

    /** Answers what must be answered at that stage with yes, on the screen; another question may wait for later. */
    void agree(String stage) {
        Desk desk = desk("aoba2").go("/cases/" + number() + "/consents/" + stage).check(town + "-consent-" + stage);
        desk.page.locator("input[type=radio][value=yes]").first().check();
        desk.page.getByLabel("画面でご本人が選んだ").check();
        desk.press("記録する");
    }

    Desk interview() {
        await("InterviewResident");
        return desk("aoba2").go("/cases/" + number() + "/interview");
    }

    /** Hands in what is complete now. */
    void handIn() {
        Desk desk = desk("aoba2");
        desk.page.locator("button[name=next]").click();
        desk.sees("必要な項目はすべて入力されています").check(town + "-ready").press("提出する");
    }

    void approve(String account) {
        await("ReviewPlan");
        desk(account).go("/cases/" + number() + "/review").check(town + "-review").press("第1版を承認する").sees("承認しました");
    }

    /** The resident writes on the tablet; the paper is shown before. */
    void sign() {
        await("SignPlan");
        Desk desk = desk("aoba2").go("/cases/" + number() + "/signature");
        desk.page.locator(".paper-pages img").first().scrollIntoViewIfNeeded();
        desk.page.waitForFunction("() => document.querySelector('.paper-pages img').naturalWidth > 0");
        Pictures.of(desk.page.locator(".paper-pages img").first(), town + "-paper");
        desk.page.locator("label.choice", new Page.LocatorOptions().setHasText("本人")).first().locator("input").check();
        desk.page.locator("label.choice", new Page.LocatorOptions().setHasText("この画面に書く")).locator("input").check();
        stroke(desk);
        desk.press("署名して計画を完成する").sees("署名を記録しました").check(town + "-signed");
    }

    /** The blank form, the plan and a recipient's copy as the town's own template prints them, on so many sheets; kept beside the pictures. */
    void papers(int blankSheets, int planSheets) throws IOException {
        Desk desk = desk("aoba2").go("/cases/" + number() + "/sharing");
        desk.page.locator("a[href$='/copies']").first().click();
        Path copy = desk.page.waitForDownload(() -> desk.button("写しを1部印刷する").click()).path();
        for (String[] paper : new String[][] {{"blank", "/prints/blank.pdf"}, {"plan", "/cases/" + number() + "/plan.pdf"}, {"copy", ""}}) {
            byte[] pdf = paper[0].equals("copy") ? Files.readAllBytes(copy) : desk.page.request().get(address + paper[1]).body();
            Assertions.assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).as(paper[0]).isEqualTo("%PDF-");
            Pictures.paper(pdf, town + "-" + paper[0]);
            try (PDDocument document = Loader.loadPDF(pdf)) {
                if (!paper[0].equals("copy")) {
                    Assertions.assertThat(document.getNumberOfPages()).as("sheets of %s", paper[0]).isEqualTo(paper[0].equals("blank") ? blankSheets : planSheets);
                }
                Assertions.assertThat(document.getPages()).as("%s: a turned page would turn the signature", paper[0]).allMatch(p -> p.getRotation() == 0);
            }
        }
    }

    void awaitInForce() {
        Awaitility.await().atMost(PATIENCE).until(() -> "IN_FORCE".equals(jdbc.sql("""
                select c.state from casefile.casefile c join casefile.resident r on r.id = c.resident_id where r.city_number = ?
                """).param(cityNumber).query(String.class).single()));
    }

    void await(String node) {
        String step = Step.ofNode(node).orElseThrow().name();
        Awaitility.await(node).atMost(PATIENCE).until(() -> jdbc.sql("select count(*) from inbox.work_item where case_number = ? and step = ?")
                .params(number(), step).query(Integer.class).single() > 0);
    }

    String number() {
        return jdbc.sql("""
                select c.number from casefile.casefile c join casefile.resident r on r.id = c.resident_id where r.city_number = ?
                """).param(cityNumber).query(String.class).single();
    }

    static Locator field(Desk desk, String address) {
        return desk.page.locator("[data-field='" + address + "']");
    }

    static void choose(Desk desk, String address, String text) {
        field(desk, address).locator("label.choice", new Locator.LocatorOptions().setHasText(text)).first().locator("input").check();
    }

    static void type(Desk desk, String address, String text) {
        field(desk, address).locator("input[type=text], textarea").first().fill(text);
    }

    private static void stroke(Desk desk) {
        Locator pad = desk.page.locator("canvas[data-pad]");
        pad.scrollIntoViewIfNeeded();
        var box = pad.boundingBox();
        desk.page.mouse().move(box.x + 60, box.y + 60);
        desk.page.mouse().down();
        for (int i = 1; i <= 20; i++) {
            desk.page.mouse().move(box.x + 60 + 12 * i, box.y + 60 + 30 * Math.sin(i));
        }
        desk.page.mouse().up();
    }

    @Override
    public void close() {
        desks.values().forEach(Desk::close);
    }
}
