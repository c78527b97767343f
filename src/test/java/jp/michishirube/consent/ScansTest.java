package jp.michishirube.consent;

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
        assertThat(Scans.mediaType(pdf())).contains("application/pdf");
        assertThat(Scans.mediaType(image("png"))).contains("image/png");
        assertThat(Scans.mediaType(image("jpg"))).contains("image/jpeg");
    }

    @Test
    void refusesWhatOnlyLooksLikeOne() throws IOException {
        assertThat(Scans.mediaType("%PDF-1.7 but nothing else".getBytes())).isEmpty();
        assertThat(Scans.mediaType("<html>%PDF-".getBytes())).isEmpty();
        assertThat(Scans.mediaType(image("gif"))).isEmpty();
        byte[] png = image("png");
        assertThat(Scans.mediaType(Arrays.copyOf(png, 60))).isEmpty();
        assertThat(Scans.mediaType(new byte[0])).isEmpty();
    }

    @Test
    void refusesMoreThanTenMegabytes() {
        assertThatThrownBy(() -> Scans.mediaType(new byte[Scans.MAX_BYTES + 1])).isInstanceOf(Problem.class).hasMessage("scan-too-large");
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
