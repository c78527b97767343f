package jp.michishirube.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import jp.michishirube.problem.Problem;
import org.junit.jupiter.api.Test;

class AttachmentTest {

    private static final byte[] PDF = "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8);

    @Test
    void knownByItsContent() {
        assertThat(Attachment.check("C:\\書類\\地図.PDF", PDF)).satisfies(a -> {
            assertThat(a.name()).isEqualTo("地図.PDF");
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
        assertThatThrownBy(() -> Attachment.check("a.pdf", new byte[Attachment.MOST_BYTES + 1]))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind()).isEqualTo("file-too-large"));
    }

    @Test
    void aNameCannotSteerAHeader() {
        assertThat(Attachment.check("a\"\r\nSet-Cookie: x.pdf", PDF).name()).doesNotContain("\"", "\r", "\n");
    }

    private static void refused(String name, byte[] bytes, String why) {
        assertThatThrownBy(() -> Attachment.check(name, bytes)).isInstanceOfSatisfying(Problem.class,
                p -> assertThat(p.fields()).singleElement().satisfies(f -> assertThat(f.kind()).isEqualTo(why)));
    }
}
