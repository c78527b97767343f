package jp.michishirube.consent.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import jp.michishirube.problem.Problem;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

/** A scan is what its content says. */
class ScansTest {

    @Test
    void takesPdfPngAndJpeg() throws IOException {
        assertThat(Scans.refusal(pdf())).isEmpty();
        assertThat(Scans.refusal(image("png"))).isEmpty();
        assertThat(Scans.refusal(image("jpg"))).isEmpty();
    }

    @Test
    void refusesWhatOnlyLooksLikeOne() throws IOException {
        assertThat(Scans.refusal("%PDF-1.7 but nothing else".getBytes())).contains("scan-type");
        assertThat(Scans.refusal("<html>%PDF-".getBytes())).contains("scan-type");
        assertThat(Scans.refusal(image("gif"))).contains("scan-type");
        byte[] png = image("png");
        assertThat(Scans.refusal(Arrays.copyOf(png, 60))).contains("scan-type");
        assertThat(Scans.refusal(new byte[0])).contains("scan-type");
    }

    @Test
    void refusesMoreThanTenMegabytes() {
        assertThatThrownBy(() -> Scans.refusal(new byte[Scans.MAX_BYTES + 1])).isInstanceOf(Problem.class).hasMessage("scan-too-large");
    }

    private static byte[] pdf() throws IOException {
        try (PDDocument pdf = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] image(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }
}
