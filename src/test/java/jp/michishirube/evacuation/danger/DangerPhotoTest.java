package jp.michishirube.evacuation.danger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import jp.michishirube.testing.ExifJpeg;
import jp.michishirube.upload.MalwareScanner;
import jp.michishirube.upload.UploadJudge;
import org.junit.jupiter.api.Test;

class DangerPhotoTest {

    private static final UploadJudge JUDGE = new UploadJudge(MalwareScanner.NONE);

    @Test
    void aPhotoComesOutSmallTurnedAndWithoutExif() throws IOException {
        byte[] plain = image("jpeg", 2400, 1200);
        byte[] exif = ExifJpeg.of(plain, 6);
        byte[] out = DangerPhoto.shrunk(JUDGE, exif);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(out));
        assertThat(read.getHeight()).isEqualTo(1600);
        assertThat(read.getWidth()).isEqualTo(800);
        assertThat(new String(out, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", ExifJpeg.SECRET);
    }

    @Test
    void whatIsNoPhotoOrTooLargeIsRefusedBeforeItIsDecoded() throws IOException {
        assertThatThrownBy(() -> DangerPhoto.shrunk(JUDGE, "<svg/>".getBytes(StandardCharsets.UTF_8))).hasMessage("photo-unreadable");
        assertThatThrownBy(() -> DangerPhoto.shrunk(JUDGE, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF})).hasMessage("photo-unreadable");
        assertThatThrownBy(() -> DangerPhoto.shrunk(JUDGE, hugePng())).hasMessage("photo-too-large");
        assertThat(DangerPhoto.shrunk(JUDGE, image("png", 30, 20))).isNotEmpty();
    }

    private static byte[] image(String format, int w, int h) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    /** A PNG of a few bytes whose head claims 60,000 × 60,000 pixels. */
    private static byte[] hugePng() throws IOException {
        byte[] png = image("png", 1, 1);
        byte[] head = {'I', 'H', 'D', 'R', 0, 0, (byte) 0xEA, 0x60, 0, 0, (byte) 0xEA, 0x60, 8, 2, 0, 0, 0};
        CRC32 crc = new CRC32();
        crc.update(head);
        System.arraycopy(head, 0, png, 12, head.length);
        for (int i = 0; i < 4; i++) {
            png[29 + i] = (byte) (crc.getValue() >> 8 * (3 - i));
        }
        return png;
    }
}
