package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.review.ApprovePlan;
import jp.michishirube.review.Loop;
import jp.michishirube.signing.SealedDocuments;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
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
    void theResidentSignsOnTheTablet() throws IOException {
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
            office.sees("署名を記録しました").go("/cases/" + file.number() + "/signature");
            for (int i = 0; i < 3; i++) {
                assertThat(office.page.locator(".paper-pages img").count()).as("pages of the plan").isPositive();
                office.page.waitForFunction("() => [...document.querySelectorAll('.paper-pages img')].every(i => i.complete && i.naturalWidth > 0)");
                office.check("signature-done");
                office.page.reload();
            }
            office.go("/verify").check("verify");
            byte[] whole = documents.latest(file.id()).orElseThrow().bytes();
            byte[] changed = whole.clone();
            changed[whole.length / 3] ^= 1;
            ask(office, whole, "変えられていません").check("verify-whole");
            ask(office, changed, "変えられています").check("verify-changed");
            ask(office, Arrays.copyOf(whole, whole.length + 40), "変えられています", "後ろに何かが付け加えられています").check("verify-appended");
            ask(office, Arrays.copyOf(whole, whole.length - 40), "途中で切れています");
            ask(office, other("secret"), "暗号化されていて確かめられません");
            ask(office, other(""), "電子シールがありません");
            ask(office, "hello".getBytes(StandardCharsets.US_ASCII), "PDFとして読めません").check("verify-unreadable");
        }
        try (Desk city = new Desk("http://localhost:" + port, 1280, 900).signIn("roster1")) {
            city.go("/prints").sees("まとめて印刷").check("prints");
        }
    }

    private static Desk ask(Desk desk, byte[] file, String... words) {
        desk.page.locator("input[type=file]").setInputFiles(new FilePayload("plan.pdf", "application/pdf", file));
        return desk.press("確かめる").sees(words);
    }

    /** @param password empty for none */
    private static byte[] other(String password) throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            document.save(out);
            return out.toByteArray();
        }
    }
}
