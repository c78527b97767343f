package jp.michishirube.linkage;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.DetectorResult;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.detector.MultiDetector;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.decoder.Version;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import jp.michishirube.problem.Problem;
import jp.michishirube.upload.FileKind;
import jp.michishirube.upload.UploadJudge;
import jp.michishirube.upload.UploadRefused;
import jp.michishirube.upload.Wanted;
import org.springframework.stereotype.Component;

/** Finds the QR codes of a photo, as many as it shows. The photo is not kept. */
@Component
class QrPhotos {

    private static final Wanted PHOTO = new Wanted(Set.of(FileKind.JPEG, FileKind.PNG), 15_000_000, 60_000_000, 2_400, true);

    private final UploadJudge judge;

    QrPhotos(UploadJudge judge) {
        this.judge = judge;
    }

    /** @throws Problem {@code jahis-no-code} (400) for a picture without a code that can be read; what {@link UploadJudge} refuses */
    List<QrPart> read(byte[] photo) {
        try {
            List<QrPart> codes = codes(ImageIO.read(new ByteArrayInputStream(judge.judge(photo, PHOTO).content())));
            if (codes.isEmpty()) {
                throw Problem.badRequest("jahis-no-code");
            }
            return codes;
        } catch (UploadRefused e) {
            throw Problem.badRequest(e.reason().kind());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<QrPart> codes(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        List<QrPart> codes = new ArrayList<>();
        try {
            for (DetectorResult found : new MultiDetector(bitmap.getBlackMatrix()).detectMulti(Map.of(DecodeHintType.TRY_HARDER, true))) {
                try {
                    Version version = Version.getProvisionalVersionForDimension(found.getBits().getWidth());
                    QrPart code = QrSegments.read(new Decoder().decode(found.getBits(), Map.of(DecodeHintType.CHARACTER_SET, "ISO-8859-1")).getRawBytes(), version);
                    if (codes.stream().noneMatch(code::isSameAs)) {
                        codes.add(code);
                    }
                } catch (FormatException | ChecksumException notReadable) {
                    // what looks like the corners of a code need not be one
                }
            }
        } catch (NotFoundException none) {
            return List.of();
        }
        return codes;
    }
}
