package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.SandboxPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * README's tour, with the product killed by SIGKILL right after each step, every other time together with its PostgreSQL, and a large
 * file checked over such a kill: what was done is still there after the next start, and what was under way goes on. Minutes of starting, so it is run by hand and not with the
 * tests: {@code ./mvnw test -Dtest=KilledInTheMiddle}.
 */
@ExtendWith(Chromium.class)
class KilledInTheMiddle {

    private static final String RESIDENT = "M000001";

    private StartedProduct product;
    private boolean databaseToo;

    @BeforeEach
    void start() throws java.io.IOException {
        product = new StartedProduct(Files.createTempDirectory("victim"));
        product.start();
    }

    @AfterEach
    void stop() {
        product.close();
    }

    @Test
    void noCompletedStepIsLost() {
        at("roster1", desk -> {
            desk.go("/roster/imports/new").page.locator("input[type=file]").setInputFiles(Path.of("src/main/resources/demo/roster-990019-cp932.csv"));
            desk.press("内容を確かめる").sees("まだ何も変わっていません").press("確定して取り込む");
        });
        killedAndStarted("while the roster is taken in");
        Eventually.holds(() -> assertThat(one("select count(*)::text from casefile.casefile")).isEqualTo("40"));
        String number = one("select c.number from casefile.casefile c join casefile.resident r on r.id = c.resident_id where r.city_number = '" + RESIDENT + "'");

        new SandboxPages(product.sandbox()).turn("CITYOS", "SLOW");
        at("aoba1", desk -> StoryJourneyTest.answer(desk, number, "creation", "yes"));
        killedAndStarted("while linked facts are fetched");
        assertThat(one("select count(*)::text from consent.record")).isEqualTo("1");
        reaches(number, "INTERVIEW_RESIDENT");
        assertThat(list("select status from linkage.fetch")).contains("FETCHED").hasSize(4);

        at("aoba1", desk -> {
            StoryJourneyTest.fillIn(desk, number);
            desk.press("提出前の確認へ").sees("必要な項目はすべて入力されています").press("提出する");
        });
        killedAndStarted("after the submission");
        reaches(number, "REVIEW_PLAN");

        at("review1", desk -> desk.go("/cases/" + number + "/review").press("第1版を承認する"));
        killedAndStarted("while the plan is sealed");
        reaches(number, "SIGN_PLAN");
        assertThat(list("select version::text from signing.sealed_document")).containsExactly("1");

        at("aoba1", desk -> {
            desk.go("/cases/" + number + "/signature");
            desk.page.locator("label.choice", new Page.LocatorOptions().setHasText("本人")).first().locator("input").check();
            desk.page.locator("label.choice", new Page.LocatorOptions().setHasText("この画面に書く")).locator("input").check();
            StoryJourneyTest.sign(desk);
            desk.press("署名して計画を完成する").sees("署名を記録しました");
        });
        killedAndStarted("after the signature");
        reaches(number, "OBTAIN_SHARING_CONSENT");

        new SandboxPages(product.sandbox()).turn("CARE_CIRCLE", "SLOW");
        at("aoba1", desk -> {
            desk.go("/cases/" + number + "/consents/sharing");
            for (Locator yes : desk.page.locator("input[type=radio][value=yes]").all()) {
                yes.check();
            }
            desk.page.getByLabel("画面でご本人が選んだ").check();
            desk.press("記録する");
        });
        killedAndStarted("while the plan is delivered");
        Eventually.holds(() -> assertThat(one("select state from casefile.casefile where number = '" + number + "'")).isEqualTo("IN_FORCE"));
        Eventually.holds(() -> assertThat(new SandboxPages(product.sandbox()).get("/")).contains(number));
        assertThat(list("select id_ from act_ru_incident")).isEmpty();
    }

    /** The bar stands still while nothing runs and goes on from where it was; the preview is that of the whole file. */
    @Test
    void theCheckOfALargeFileGoesOnWhereItWas() throws java.io.IOException {
        int rows = 40_000;
        Path file = Files.createTempFile("large", ".csv");
        Files.write(file, () -> IntStream.range(-1, rows).<CharSequence>mapToObj(i -> i < 0 ? "宛名番号,氏名,生年月日,住所,町内会"
                : "L%05d,大山 %c,1940-01-01,川端町%d番地,川端町".formatted(i, 0x4E00 + i % 9000, i)).iterator());
        at("roster1", desk -> {
            desk.go("/roster/imports/new").page.locator("input[type=file]").setInputFiles(file);
            desk.press("内容を確かめる");
            desk.page.locator("progress").waitFor();
            Eventually.holds(() -> assertThat(checked()).isPositive());
        });
        killedAndStarted("while a file is checked");
        int before = checked();
        assertThat(before).isPositive().isLessThan(rows);
        at("roster1", desk -> {
            desk.go("/roster/imports/1").page.locator("progress").waitFor();
            assertThat(Integer.parseInt(desk.page.locator("[data-percent]").innerText())).isBetween(before * 100 / rows, 99);
            desk.check("roster-checking-again");
        });
        Eventually.holds(() -> assertThat(one("select state from roster.intake")).isEqualTo("READY"));
        assertThat(one("select counts ->> 'NEW' from roster.intake")).isEqualTo(String.valueOf(rows));
        assertThat(one("select count(distinct line) || ' ' || count(*) from roster.intake_row")).isEqualTo(rows + " " + rows);
        assertThat(one("select count(*)::text from casefile.casefile")).isEqualTo("0");
    }

    private int checked() {
        return Integer.parseInt(one("select checked::text from roster.intake"));
    }

    private void at(String account, java.util.function.Consumer<Desk> work) {
        try (Desk desk = new Desk(product.address(), 1280, 900).signIn(account)) {
            work.accept(desk);
        }
    }

    private void killedAndStarted(String when) {
        product.kill(databaseToo);
        System.out.println("killed " + when + (databaseToo ? ", the database too" : ""));
        databaseToo = !databaseToo;
        product.start();
    }

    private void reaches(String number, String step) {
        Eventually.holds(() -> assertThat(list("select step from inbox.work_item where case_number = '" + number + "'")).containsExactly(step));
    }

    private String one(String sql) {
        return product.jdbc().sql(sql).query(String.class).single();
    }

    private List<String> list(String sql) {
        return product.jdbc().sql(sql).query(String.class).list();
    }
}
