package jp.michishirube.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import jp.michishirube.problem.Problem;
import jp.michishirube.testing.TestPdf;
import jp.michishirube.upload.MalwareScanner;
import jp.michishirube.upload.UploadJudge;
import org.junit.jupiter.api.Test;

class AttachmentTest {

    private static final UploadJudge JUDGE = new UploadJudge(MalwareScanner.NONE);
    private static final byte[] PDF = TestPdf.page();

    @Test
    void knownByItsContent() {
        assertThat(Attachment.check(JUDGE, "C:\\書類\\地図.PDF", PDF)).satisfies(a -> {
            assertThat(a.name()).isEqualTo("地図.pdf");
            assertThat(a.type()).isEqualTo("application/pdf");
        });
    }

    @Test
    void aLieAboutTheTypeIsRefused() {
        refused("photo.png", PDF, "attachment-lies");
        refused("plan.pdf", "<html><script>".getBytes(StandardCharsets.UTF_8), "attachment-kind");
        refused("plan.pdf", new byte[0], "attachment-kind");
        refused(null, PDF, "attachment-lies");
        refused("plan.pdf.exe", PDF, "attachment-lies");
    }

    @Test
    void tooLargeIsRefused() {
        assertThatThrownBy(() -> Attachment.check(JUDGE, "a.pdf", new byte[Attachment.MOST_BYTES + 1]))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind()).isEqualTo("file-too-large"));
    }

    @Test
    void aNameCannotSteerAHeader() {
        assertThat(Attachment.check(JUDGE, "a\"\r\nSet-Cookie: x.pdf", PDF).name()).doesNotContain("\"", "\r", "\n");
    }

    private static void refused(String name, byte[] bytes, String why) {
        assertThatThrownBy(() -> Attachment.check(JUDGE, name, bytes)).isInstanceOfSatisfying(Problem.class,
                p -> assertThat(p.fields()).singleElement().satisfies(f -> assertThat(f.kind()).isEqualTo(why)));
    }
}
