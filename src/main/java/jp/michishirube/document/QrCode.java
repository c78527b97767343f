package jp.michishirube.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Map;

/** A QR code as one vector shape: sharp at any size, and never a blurred JPEG. */
final class QrCode implements Drawable {

    private static final Map<EncodeHintType, Object> PLAIN = Map.of(
            EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4);
    private static final Map<EncodeHintType, Object> UNICODE = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8",
            EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4);

    private final BitMatrix matrix;

    private QrCode(BitMatrix matrix) {
        this.matrix = matrix;
    }

    /** @return null for no text */
    static QrCode of(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return new QrCode(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, isAscii(text) ? PLAIN : UNICODE));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length() + " characters", e);
        }
    }

    /** A code that names its encoding is refused by old readers, and plain text needs none. */
    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    BitMatrix matrix() {
        return matrix;
    }

    @Override
    public void draw(Graphics2D g, double w, double h) {
        double module = Math.min(w / matrix.getWidth(), h / matrix.getHeight());
        Path2D dark = new Path2D.Double(Path2D.WIND_NON_ZERO, matrix.getWidth() * 40);
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                int from = x;
                while (x < matrix.getWidth() && matrix.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    rectangle(dark, from * module, y * module, (x - from) * module, module);
                }
            }
        }
        g.setColor(Color.BLACK);
        g.fill(dark);
    }

    QrSign sign() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return new QrSign(matrix.getWidth(), path.toString());
    }

    private static void rectangle(Path2D path, double x, double y, double w, double h) {
        path.moveTo(x, y);
        path.lineTo(x + w, y);
        path.lineTo(x + w, y + h);
        path.lineTo(x, y + h);
        path.closePath();
    }
}
