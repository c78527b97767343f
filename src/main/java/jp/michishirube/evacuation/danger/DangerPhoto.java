package jp.michishirube.evacuation.danger;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import jp.michishirube.problem.Problem;

/**
 * Makes a camera's photo small and anonymous: the size is read before anything is decoded, only every n-th pixel is decoded, and
 * encoding anew leaves out EXIF with its position and device. The turn that EXIF asks for is applied first.
 */
final class DangerPhoto {

    private static final long MAX_PIXELS = 40_000_000;
    private static final int LONGER_SIDE = 1600;

    private DangerPhoto() {}

    /** @throws Problem {@code photo-unreadable}, {@code photo-too-large} with the megapixels allowed */
    static byte[] shrunk(byte[] photo) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(photo))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw Problem.badRequest("photo-unreadable");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if ((long) width * height > MAX_PIXELS) {
                    throw Problem.tooLarge("photo-too-large", MAX_PIXELS / 1_000_000);
                }
                ImageReadParam param = reader.getDefaultReadParam();
                int step = Math.max(1, Math.max(width, height) / (2 * LONGER_SIDE));
                param.setSourceSubsampling(step, step, 0, 0);
                return jpeg(reader.read(0, param), orientation(photo));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw Problem.badRequest("photo-unreadable");
        }
    }

    private static byte[] jpeg(BufferedImage image, int orientation) throws IOException {
        double scale = Math.min(1, (double) LONGER_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int w = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int h = Math.max(1, (int) Math.round(image.getHeight() * scale));
        int quarters = orientation == 6 ? 1 : orientation == 3 ? 2 : orientation == 8 ? 3 : 0;
        BufferedImage small = new BufferedImage(quarters % 2 == 0 ? w : h, quarters % 2 == 0 ? h : w, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = small.createGraphics();
        g.setColor(java.awt.Color.WHITE);
        g.fillRect(0, 0, small.getWidth(), small.getHeight());
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        AffineTransform turn = new AffineTransform();
        turn.translate(small.getWidth() / 2.0, small.getHeight() / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-w / 2.0, -h / 2.0);
        g.transform(turn);
        g.drawImage(image, 0, 0, w, h, null);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(small, "jpeg", out);
        return out.toByteArray();
    }

    /** EXIF tag 0x0112 of a JPEG's APP1 part: 3, 6 and 8 are turned photos; anything unreadable counts as upright. */
    static int orientation(byte[] b) {
        int i = 2;
        while (i + 4 < b.length && (b[i] & 0xFF) == 0xFF) {
            int length = (b[i + 2] & 0xFF) << 8 | b[i + 3] & 0xFF;
            if ((b[i + 1] & 0xFF) == 0xE1 && i + 20 < b.length && b[i + 4] == 'E' && b[i + 5] == 'x') {
                return inTiff(b, i + 10, Math.min(b.length, i + 2 + length));
            }
            i += 2 + length;
        }
        return 1;
    }

    private static int inTiff(byte[] b, int tiff, int end) {
        boolean little = b[tiff] == 'I';
        int directory = tiff + number(b, tiff + 4, 4, little, end);
        int entries = number(b, directory, 2, little, end);
        for (int e = 0; e < entries && e < 200; e++) {
            int at = directory + 2 + 12 * e;
            if (number(b, at, 2, little, end) == 0x0112) {
                return number(b, at + 8, 2, little, end);
            }
        }
        return 1;
    }

    private static int number(byte[] b, int at, int bytes, boolean little, int end) {
        if (at < 0 || at + bytes > end) {
            return 0;
        }
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | b[at + (little ? bytes - 1 - i : i)] & 0xFF;
        }
        return value;
    }
}
