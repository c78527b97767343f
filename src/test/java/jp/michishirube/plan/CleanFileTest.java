package jp.michishirube.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CleanFileTest {

    @Test
    void aPhotoOfTheTabletComesOutSmallTurnedUprightAndWithoutExif() throws IOException {
        byte[] photo = withExif(jpeg(2400, 1200), 6);
        CleanFile kept = CleanFile.of(FieldKind.PHOTO, "/route/map", "経路.JPG", photo, 1600);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(kept.content()));
        assertThat(read.getWidth()).isEqualTo(800);
        assertThat(read.getHeight()).isEqualTo(1600);
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("Exif", "GPS-SECRET");
        assertThat(new String(kept.content(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "GPS-SECRET");
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        return out.toByteArray();
    }

    /** With an orientation and something else that nobody should read. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] tiff = {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0};
        byte[] secret = "GPS-SECRET".getBytes(StandardCharsets.US_ASCII);
        int length = 2 + 6 + tiff.length + secret.length;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length, 'E', 'x', 'i', 'f', 0, 0});
        out.writeBytes(tiff);
        out.writeBytes(secret);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
