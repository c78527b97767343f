package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.util.Arrays;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.review.ApprovePlan;
import jp.michishirube.review.Loop;
import jp.michishirube.signing.SealedDocuments;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A tablet at the bedside: the plan is read, a name is written with the finger, and anyone may check the file afterwards. */
@ProductTest
@ExtendWith(Chromium.class)
class SignatureJourneyTest {

    @LocalServerPort int port;
    @Autowired Loop loop;
    @Autowired ApprovePlan approve;
    @Autowired CaseProcess process;
    @Autowired SealedDocuments documents;

    @Test
    void theResidentSignsOnTheTablet() {
        CaseFile file = loop.atReview();
        loop.as("review1", () -> approve.approve(file, 1, null));
        Eventually.until(() -> process.openSteps(file.id()).contains(Step.SIGN_PLAN));
        try (Desk office = new Desk("http://localhost:" + port, 820, 1180).signIn("aoba2")) {
            office.go("/cases/" + file.number() + "/signature").sees("計画の確認と署名").check("signature");
            office.press("署名して計画を完成する");
            office.sees("署名がありません").check("signature-missing");
            var pad = office.page.locator("canvas[data-pad]");
            pad.scrollIntoViewIfNeeded();
            BoundingBox box = pad.boundingBox();
            office.page.mouse().move(box.x + 60, box.y + 120);
            office.page.mouse().down();
            for (int i = 0; i < 40; i++) {
                office.page.mouse().move(box.x + 60 + i * 10, box.y + 120 + 50 * Math.sin(i / 3.0));
            }
            office.page.mouse().up();
            office.check("signature-drawn");
            office.press("署名して計画を完成する");
            office.sees("署名を記録しました");
            for (int i = 0; i < 3; i++) {
                assertThat(office.page.locator(".paper-pages img").count()).as("pages of the plan").isGreaterThan(1);
                office.page.waitForFunction("() => [...document.querySelectorAll('.paper-pages img')].every(i => i.complete && i.naturalWidth > 0)");
                office.check("signature-done");
                office.page.reload();
            }
            office.go("/verify").check("verify");
            office.page.locator("input[type=file]").setInputFiles(new FilePayload("plan.pdf", "application/pdf",
                    documents.latest(file.id()).orElseThrow().bytes()));
            office.press("確かめる");
            office.sees("変えられていません").check("verify-whole");
            byte[] whole = documents.latest(file.id()).orElseThrow().bytes();
            byte[] changed = whole.clone();
            changed[whole.length / 3] ^= 1;
            office.page.locator("input[type=file]").setInputFiles(new FilePayload("plan.pdf", "application/pdf", changed));
            office.press("確かめる");
            office.sees("変えられています").check("verify-changed");
            byte[] longer = Arrays.copyOf(whole, whole.length + 40);
            office.page.locator("input[type=file]").setInputFiles(new FilePayload("plan.pdf", "application/pdf", longer));
            office.press("確かめる");
            office.sees("変えられています", "後ろに何かが付け加えられています").check("verify-appended");
        }
        try (Desk city = new Desk("http://localhost:" + port, 1280, 900).signIn("roster1")) {
            city.go("/prints").sees("まとめて印刷").check("prints");
        }
    }
}
