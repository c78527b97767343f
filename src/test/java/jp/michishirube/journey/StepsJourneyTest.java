package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.michishirube.Product;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.ProductSurroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A municipality with other steps: a 民生委員 confirms each plan, and the office's own leader checks it instead of the city. */
@ExtendWith(Chromium.class)
class StepsJourneyTest {

    @Test
    void theCommissionerConfirmsAndTheLeaderChecks() throws IOException {
        Path folder = Path.of("target", "policies", "steps");
        Files.createDirectories(folder.resolve("forms/990019"));
        String yaml = Files.readString(Path.of("forms", "990019", "municipality.yaml"));
        Files.writeString(folder.resolve("forms/990019/municipality.yaml"), yaml.replace("cityReview: true", "cityReview: false").replace("confirmation: false", "confirmation: true"));
        try (ConfigurableApplicationContext product = new SpringApplicationBuilder(Product.class).profiles("demo").initializers(new ProductSurroundings())
                .registerShutdownHook(false).run("--server.port=0", "--michishirube.override-dir=" + folder.toAbsolutePath(),
                        // Engines are known by name to the whole JVM; closing this one must not take away another's.
                        "--camunda.bpm.process-engine-name=steps")) {
            walk(product);
        }
    }

    private static void walk(ConfigurableApplicationContext product) {
        Loop loop = product.getBean(Loop.class);
        CaseProcess process = product.getBean(CaseProcess.class);
        String base = "http://localhost:" + product.getEnvironment().getProperty("local.server.port");
        CaseFile file = loop.atReview();
        String number = file.number().value();
        assertThat(process.openSteps(file.id())).containsExactly(Step.CONFIRM_PLAN);
        try (Desk commissioner = new Desk(base, 820, 1180).signIn("minsei1"); Desk office = new Desk(base, 820, 1180).signIn("aoba2");
                Desk leader = new Desk(base, 1280, 900).signIn("aoba1")) {
            commissioner.go("/cases/" + loop.atInterview().number()).sees("この案件は見つかりません");
            commissioner.go("/inbox?tab=office&q=" + number).sees(number);
            commissioner.go("/cases/" + number + "/confirmation").sees("第1版の確認").check("confirmation");
            commissioner.page.locator("#f-resident-phone a.button").first().click();
            commissioner.page.locator("#text").fill("この番号はもう使われていません");
            commissioner.press("指摘を書き留める").sees("この番号はもう使われていません").check("confirmation-with-a-remark");
            commissioner.page.locator("button.danger").click();
            commissioner.sees("差し戻しました");
            assertThat(process.openSteps(file.id())).containsExactly(Step.REVISE_PLAN);

            office.go("/cases/" + number + "/interview");
            office.page.locator("[id='f-/resident/phone']").fill("0242-12-9999");
            office.page.waitForFunction("() => !document.querySelector('[data-saved]').classList.contains('failed') && plan.idle()");
            office.go("/cases/" + number + "/interview/submission").press("修正した計画を提出する");
            office.page.waitForURL(url -> url.endsWith("/cases/" + number));

            commissioner.go("/cases/" + number + "/confirmation").sees("第2版の確認", "変更");
            commissioner.page.locator("#note").fill("先週お会いしました。");
            commissioner.press("第2版を確認した");
            commissioner.page.waitForURL(url -> !url.contains("/confirmation"));
            assertThat(process.openSteps(file.id())).containsExactly(Step.REVIEW_PLAN);

            leader.go("/inbox?tab=office&q=" + number).sees(number);
            leader.go("/cases/" + number + "/review").sees("第2版の審査", "民生委員の確認", "先週お会いしました。").check("leader-review");
            leader.press("第2版を承認する");
            leader.page.waitForURL(url -> !url.contains("/review"));
            assertThat(process.openSteps(file.id())).doesNotContain(Step.REVIEW_PLAN);
            leader.go("/cases/" + number + "/timeline").sees("第2版");
        }
    }
}
