package jp.michishirube.upload;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;

/** Decodes a picture at the size that is needed, never at the size that its sender chose, turns it upright and writes it anew. */
final class CleanPicture {

    /** A large picture takes a hundred megabytes while it is decoded: a few at once, whoever sends how many. */
    private static final Semaphore AT_ONCE = new Semaphore(3);

    private CleanPicture() {}

    /** @return without metadata, upright, at most {@code wanted.longest()} pixels on the longer side */
    static byte[] of(byte[] bytes, FileKind kind, FileKind kept, Wanted wanted) throws IOException {
        AT_ONCE.acquireUninterruptibly();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            ImageReader reader = ImageIO.getImageReadersByFormatName(kind == FileKind.JPEG ? "jpeg" : "png").next();
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if ((long) width * height > wanted.pixels()) {
                    throw new UploadRefused(UploadRefused.Reason.TOO_MANY_PIXELS);
                }
                int longest = wanted.longest();
                ImageReadParam param = reader.getDefaultReadParam();
                int step = Math.max(1, Math.max(width, height) / (longest * 2) + (Math.max(width, height) > longest * 2 ? 1 : 0));
                param.setSourceSubsampling(step, step, 0, 0);
                BufferedImage upright = upright(reader.read(0, param), kind == FileKind.JPEG ? ExifOrientation.of(bytes) : 1, longest);
                return kept == FileKind.PNG ? png(upright) : jpeg(upright);
            } finally {
                reader.dispose();
            }
        } finally {
            AT_ONCE.release();
        }
    }

    private static BufferedImage upright(BufferedImage read, int orientation, int longest) {
        boolean turned = orientation >= 5;
        double scale = Math.min(1, longest / (double) Math.max(read.getWidth(), read.getHeight()));
        int w = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int h = Math.max(1, (int) Math.round(read.getHeight() * scale));
        BufferedImage out = new BufferedImage(turned ? h : w, turned ? w : h, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = out.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, out.getWidth(), out.getHeight());
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        switch (orientation) {
            case 2 -> { g.translate(w, 0); g.scale(-1, 1); }
            case 3 -> { g.translate(w, h); g.rotate(Math.PI); }
            case 4 -> { g.translate(0, h); g.scale(1, -1); }
            case 5 -> g.transform(new AffineTransform(0, 1, 1, 0, 0, 0));
            case 6 -> { g.translate(h, 0); g.rotate(Math.PI / 2); }
            case 7 -> g.transform(new AffineTransform(0, -1, -1, 0, h, w));
            case 8 -> { g.translate(0, w); g.rotate(-Math.PI / 2); }
            default -> { }
        }
        g.drawImage(read, 0, 0, w, h, null);
        g.dispose();
        return out;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(0.85f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
