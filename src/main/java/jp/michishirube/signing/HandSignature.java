package jp.michishirube.signing;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import jp.michishirube.problem.Problem;

/** The strokes that a hand drew on the screen, checked to be a picture with ink and cut to it. */
record HandSignature(BufferedImage ink) {

    static final int MAX_BYTES = 1_000_000;
    private static final String PREFIX = "data:image/png;base64,";
    private static final int MAX_SIDE = 4000;
    /** A dot or a slip of the pen is no signature: so many dark pixels, and so far apart. */
    private static final int MIN_INK = 80;
    private static final int MIN_REACH = 24;

    /**
     * @param url what the canvas gives: a PNG as data URL
     * @throws Problem {@code signature-missing} for none or an empty canvas, {@code signature-not-a-picture} for anything else
     */
    static HandSignature fromDataUrl(String url) {
        if (url == null || url.isBlank()) {
            throw Problem.badRequest("signature-missing");
        }
        if (!url.startsWith(PREFIX) || url.length() > MAX_BYTES * 4 / 3 + PREFIX.length()) {
            throw Problem.badRequest("signature-not-a-picture");
        }
        try {
            return fromPng(Base64.getDecoder().decode(url.substring(PREFIX.length())));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("signature-not-a-picture");
        }
    }

    byte[] png() {
        return SignatureSheet.png(ink);
    }

    static HandSignature fromPng(byte[] png) {
        BufferedImage picture = decode(png);
        int left = picture.getWidth();
        int right = -1;
        int top = picture.getHeight();
        int bottom = -1;
        int dark = 0;
        int[] dots = dots(picture);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (isInk(dots[y * picture.getWidth() + x])) {
                    dark++;
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        if (dark < MIN_INK || Math.max(right - left, bottom - top) < MIN_REACH) {
            throw Problem.badRequest("signature-missing");
        }
        if (dark > (long) picture.getWidth() * picture.getHeight() / 2) {
            throw Problem.badRequest("signature-not-a-picture");
        }
        return new HandSignature(inkOnly(picture, left, top, right - left + 1, bottom - top + 1));
    }

    private static BufferedImage decode(byte[] png) {
        if (png.length > MAX_BYTES || png.length < 8 || (png[0] & 0xff) != 0x89 || png[1] != 'P') {
            throw Problem.badRequest("signature-not-a-picture");
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
            try {
                reader.setInput(in);
                if (reader.getWidth(0) > MAX_SIDE || reader.getHeight(0) > MAX_SIDE) {
                    throw Problem.badRequest("signature-not-a-picture");
                }
                return argb(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException | IllegalStateException e) {
            throw Problem.badRequest("signature-not-a-picture");
        }
    }

    /** PNGs come in many layouts, and all but this one are slow to look at dot by dot. */
    private static BufferedImage argb(BufferedImage picture) {
        BufferedImage argb = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = argb.createGraphics();
        g.drawImage(picture, 0, 0, null);
        g.dispose();
        return argb;
    }

    private static int[] dots(BufferedImage argb) {
        return ((DataBufferInt) argb.getRaster().getDataBuffer()).getData();
    }

    private static boolean isInk(int argb) {
        int light = (argb >> 16 & 0xff) + (argb >> 8 & 0xff) + (argb & 0xff);
        return (argb >>> 24) > 64 && light < 3 * 160;
    }

    /** Anew from the pixels: nothing else of the posted file is kept. */
    private static BufferedImage inkOnly(BufferedImage from, int x, int y, int w, int h) {
        BufferedImage ink = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
        int[] kept = dots(ink);
        int[] dots = dots(from);
        for (int i = 0; i < kept.length; i++) {
            int dot = dots[(y + i / w) * from.getWidth() + x + i % w];
            kept[i] = isInk(dot) ? dot : 0;
        }
        return ink;
    }
}
