package jp.michishirube.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.review.ApprovePlan;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.As;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@ProductTest
class SigningFlowTest {

    @Autowired MockMvc mvc;
    @Autowired Loop loop;
    @Autowired ApprovePlan approvePlan;
    @Autowired SealPlan sealPlan;
    @Autowired SealedDocuments documents;
    @Autowired Signatures signatures;
    @Autowired CaseProcess process;

    @Test
    void beforeApprovalThePdfIsADraft() throws Exception {
        CaseFile file = loop.atReview();
        byte[] pdf = mvc.perform(get("/cases/{n}/plan.pdf", file.number()).with(As.aoba2())).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsByteArray();
        assertThat(text(pdf)).contains("案", "試験 太郎", "隣 一郎").doesNotContain("本人（代理人）の署名");
        mvc.perform(get("/cases/{n}/signature", file.number()).with(As.aoba2())).andExpect(status().isOk())
                .andExpect(content().string(containsString("まだありません")));
        mvc.perform(get("/cases/{n}/plan.pdf", file.number()).with(As.wakakusa1())).andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/cases/{n}/plan.pdf", file.number()).with(As.system("cases:read"))).andExpect(status().isForbidden());
    }

    @Test
    void aHandOnTheScreenCompletesThePlan() throws Exception {
        CaseFile file = sealed();
        byte[] before = documents.latest(file.id()).orElseThrow().bytes();
        mvc.perform(get("/cases/{n}/signature", file.number()).with(As.aoba2())).andExpect(status().isOk())
                .andExpect(content().string(containsString("data-pad")));
        mvc.perform(get("/cases/{n}/plan-page-1.png", file.number()).with(As.aoba2())).andExpect(status().isOk());
        mvc.perform(get("/cases/{n}/plan-page-99.png", file.number()).with(As.aoba2())).andExpect(status().isNotFound());

        sign(file, "SELF", "", "1", drawing(), 3);
        SealedDocument signed = documents.latest(file.id()).orElseThrow();
        assertThat(signed.signed()).isTrue();
        assertThat(signed.bytes()).startsWith(before);
        assertThat(process.openSteps(file.id())).doesNotContain(Step.SIGN_PLAN);
        assertThat(signatures.of(file.id(), 1)).hasValueSatisfying(s -> assertThat(s.signerName()).isEqualTo("試験 太郎"));
        verify(signed.bytes(), "変えられていません");
        byte[] appended = java.util.Arrays.copyOf(signed.bytes(), signed.bytes().length + 1);
        verify(appended, "変えられています");
        mvc.perform(multipart("/cases/{n}/signature", file.number()).param("version", "1").param("way", "screen").param("signer", "SELF")
                .param("drawing", drawing()).with(As.aoba2()).with(csrf())).andExpect(status().isConflict());
    }

    @Test
    void theScanOfASignedPaperIsJoined() throws Exception {
        CaseFile file = sealed();
        byte[] scan = png(600, 400, true);
        mvc.perform(multipart("/cases/{n}/signature", file.number()).file(new MockMultipartFile("scan", "x.exe", "text/plain", scan))
                .param("version", "1").param("way", "paper").param("signer", "FAMILY").param("name", "試験 花子").param("relation", "娘")
                .param("witness", "隣 一郎").param("signedOn", "2026-01-05").with(As.aoba2()).with(csrf()))
                .andExpect(status().is3xxRedirection());
        SealedDocument signed = documents.latest(file.id()).orElseThrow();
        verify(signed.bytes(), "変えられていません");
        try (var pdf = Loader.loadPDF(signed.bytes())) {
            int pins = 0;
            for (var page : pdf.getPages()) {
                pins += (int) page.getAnnotations().stream().filter(a -> "FileAttachment".equals(a.getSubtype())).count();
            }
            assertThat(pins).isEqualTo(1);
        }
        assertThat(signatures.of(file.id(), 1)).hasValueSatisfying(s -> assertThat(s.relation()).isEqualTo("娘"));
    }

    @Test
    void anObjectionGoesBackToTheAuthor() throws Exception {
        CaseFile file = sealed();
        mvc.perform(post("/cases/{n}/signature/objection", file.number()).param("version", "1").param("reason", " ")
                .with(As.aoba2()).with(csrf())).andExpect(status().isUnprocessableEntity());
        mvc.perform(post("/cases/{n}/signature/objection", file.number()).param("version", "1").param("reason", "道が違います")
                .with(As.aoba2()).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(process.openSteps(file.id())).containsExactly(Step.REVISE_PLAN);
        assertThat(signatures.objections(file.id())).hasSize(1);
        mvc.perform(get("/cases/{n}/signature", file.number()).with(As.aoba2())).andExpect(content().string(containsString("道が違います")));
    }

    @Test
    void whatIsNoSignatureIsRefusedAndNothingTypedIsLost() throws Exception {
        CaseFile file = sealed();
        for (String bad : new String[] {"", "data:image/png;base64,AAAA", "data:image/svg+xml;base64,PHN2Zz4=", blank()}) {
            mvc.perform(multipart("/cases/{n}/signature", file.number()).param("version", "1").param("way", "screen").param("signer", "SELF")
                    .param("witness", "立会 花子").param("drawing", bad).with(As.aoba2()).with(csrf()))
                    .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("立会 花子")));
        }
        mvc.perform(multipart("/cases/{n}/signature", file.number()).file(new MockMultipartFile("scan", "x.pdf", "application/pdf", "%PDF-hello".getBytes()))
                .param("version", "1").param("way", "paper").param("signer", "SELF").param("signedOn", "2026-01-05")
                .with(As.aoba2()).with(csrf())).andExpect(status().isUnprocessableEntity());
        mvc.perform(multipart("/cases/{n}/signature", file.number()).param("version", "1").param("way", "screen").param("signer", "FAMILY")
                .param("drawing", drawing()).with(As.aoba2()).with(csrf())).andExpect(status().isUnprocessableEntity());
        sign(file, "SELF", "", "9", drawing(), 4);
        mvc.perform(multipart("/cases/{n}/signature", file.number()).param("version", "1").param("way", "screen").param("signer", "SELF")
                .param("drawing", drawing()).with(As.wakakusa1()).with(csrf())).andExpect(status().isNotFound());
        mvc.perform(multipart("/cases/{n}/signature", file.number()).param("version", "1").param("way", "screen").param("signer", "SELF")
                .param("drawing", drawing()).with(As.review1()).with(csrf())).andExpect(status().isForbidden());
        assertThat(process.openSteps(file.id())).containsExactly(Step.SIGN_PLAN);
    }

    @Test
    void sealingTwiceSealsOnce() throws Exception {
        CaseFile file = sealed();
        String before = documents.latest(file.id()).orElseThrow().sha256();
        sealPlan.seal(file.id());
        assertThat(documents.latest(file.id()).orElseThrow().sha256()).isEqualTo(before);
    }

    @Test
    void everybodyMayCheckAFileAndSeesNothingElse() throws Exception {
        mvc.perform(get("/verify")).andExpect(status().isOk());
        verify("hello".getBytes(), "PDFとして読めません");
        mvc.perform(multipart("/verify").with(csrf())).andExpect(status().isBadRequest());
        CaseFile file = sealed();
        mvc.perform(multipart("/verify").file(new MockMultipartFile("file", documents.latest(file.id()).orElseThrow().bytes())).with(csrf()))
                .andExpect(content().string(not(containsString("試験 太郎"))));
    }

    private CaseFile sealed() {
        CaseFile file = loop.atReview();
        loop.as("review1", () -> approvePlan.approve(file, 1, null));
        Eventually.holds(() -> assertThat(process.openSteps(file.id())).containsExactly(Step.SIGN_PLAN));
        return file;
    }

    private void sign(CaseFile file, String signer, String name, String version, String drawing, int series) throws Exception {
        mvc.perform(multipart("/cases/{n}/signature", file.number()).param("version", version).param("way", "screen").param("signer", signer)
                .param("name", name).param("drawing", drawing).with(As.aoba2()).with(csrf()))
                .andExpect(result -> assertThat(result.getResponse().getStatus() / 100).isEqualTo(series));
    }

    private void verify(byte[] file, String words) throws Exception {
        mvc.perform(multipart("/verify").file(new MockMultipartFile("file", file)).with(csrf())).andExpect(status().isOk())
                .andExpect(content().string(containsString(words)));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String drawing() throws IOException {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(500, 200, true));
    }

    private static String blank() throws IOException {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(500, 200, false));
    }

    private static byte[] png(int w, int h, boolean ink) throws IOException {
        BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
        for (int x = 20; ink && x < w - 20; x++) {
            int y = h / 2 + (int) (h / 4 * Math.sin(x / 17.0));
            image.setRGB(x, y, 0xFF1A1A1A);
            image.setRGB(x, y + 1, 0xFF1A1A1A);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
