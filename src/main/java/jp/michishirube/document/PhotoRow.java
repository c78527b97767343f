package jp.michishirube.document;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Photos side by side, each as large as its share of the width allows, with what it shows underneath. */
final class PhotoRow implements Drawable {

    private static final double GAP = 8;
    private static final double CAPTION = 12;
    private static final float CAPTION_SIZE = 7.5f;
    /** 180 dots an inch: enough for a face or a house number, and a plan with photos can still be mailed. */
    private static final double PIXELS_PER_POINT = 2.5;

    private final List<Photo> photos;
    private final Font font;

    PhotoRow(List<Photo> photos, Font font) {
        this.photos = List.copyOf(photos);
        this.font = font.deriveFont(CAPTION_SIZE);
    }

    @Override
    public void draw(Graphics2D g, double w, double h) {
        double share = (w - GAP * (photos.size() + 1)) / photos.size();
        for (int i = 0; i < photos.size(); i++) {
            draw(g, photos.get(i), GAP + i * (share + GAP), share, h - CAPTION - GAP);
        }
    }

    private void draw(Graphics2D g, Photo photo, double x, double w, double h) {
        BufferedImage image = read(photo.image());
        double scale = Math.min(w / image.getWidth(), h / image.getHeight());
        double width = image.getWidth() * scale;
        double height = image.getHeight() * scale;
        double left = x + (w - width) / 2;
        double top = GAP / 2 + (h - height) / 2;
        Graphics2D own = (Graphics2D) g.create();
        own.translate(left, top);
        BufferedImage small = shrunk(image, width * PIXELS_PER_POINT, height * PIXELS_PER_POINT);
        own.scale(width / small.getWidth(), height / small.getHeight());
        own.drawImage(small, 0, 0, null);
        own.dispose();
        GlyphVector caption = font.createGlyphVector(new FontRenderContext(null, true, true), photo.caption());
        g.setColor(new Color(0x4D4D4D));
        g.fill(caption.getOutline((float) (x + (w - caption.getLogicalBounds().getWidth()) / 2), (float) (h + GAP / 2 + CAPTION - 2)));
    }

    private static BufferedImage shrunk(BufferedImage image, double w, double h) {
        int width = (int) Math.max(1, Math.min(image.getWidth(), Math.round(w)));
        int height = (int) Math.max(1, Math.min(image.getHeight(), Math.round(h)));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = small.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        g.dispose();
        return small;
    }

    private static BufferedImage read(byte[] bytes) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            if (image == null) {
                throw new IllegalStateException("an attachment is no picture");
            }
            return image;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
