package jp.michishirube.document;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** 案, large and pale across the page: nobody takes a draft for the plan, and the text above it stays readable. */
final class DraftMark implements Drawable {

    private final Shape outline;

    DraftMark(Font font) {
        outline = font.deriveFont(100f).createGlyphVector(new java.awt.font.FontRenderContext(null, true, true), "案").getOutline();
    }

    @Override
    public void draw(Graphics2D g, double w, double h) {
        Rectangle2D bounds = outline.getBounds2D();
        double scale = Math.min(w, h) * 0.75 / bounds.getWidth();
        AffineTransform place = AffineTransform.getTranslateInstance(w / 2, h / 2);
        place.rotate(-Math.PI / 9);
        place.scale(scale, scale);
        place.translate(-bounds.getCenterX(), -bounds.getCenterY());
        g.setColor(new Color(0xF3DCDC));
        g.fill(place.createTransformedShape(outline));
    }
}
