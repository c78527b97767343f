package jp.michishirube.plan.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import jp.michishirube.plan.form.FieldKind;
import jp.michishirube.testing.ExifJpeg;
import jp.michishirube.upload.MalwareScanner;
import jp.michishirube.upload.UploadJudge;
import org.junit.jupiter.api.Test;

class CleanFileTest {

    @Test
    void aPhotoOfTheTabletComesOutSmallTurnedUprightAndWithoutExif() throws IOException {
        byte[] photo = ExifJpeg.of(jpeg(2400, 1200), 6);
        CleanFile kept = CleanFile.of(new UploadJudge(MalwareScanner.NONE), FieldKind.Source.CAMERA, "/route/map", "経路.JPG", photo, 1600);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(kept.content()));
        assertThat(read.getWidth()).isEqualTo(800);
        assertThat(read.getHeight()).isEqualTo(1600);
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("Exif", ExifJpeg.SECRET);
        assertThat(new String(kept.content(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", ExifJpeg.SECRET);
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        return out.toByteArray();
    }
}
