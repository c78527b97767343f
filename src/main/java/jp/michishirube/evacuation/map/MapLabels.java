package jp.michishirube.evacuation.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Writes names onto a map as outlines with a white halo, beside their point where nothing else stands yet. */
final class MapLabels {

    private final Graphics2D g;
    private final Font font;
    private final Rectangle2D paper;
    private final List<Rectangle2D> taken = new ArrayList<>();

    MapLabels(Graphics2D g, Font font, Rectangle2D paper) {
        this.g = g;
        this.font = font;
        this.paper = paper;
    }

    void taken(Rectangle2D box) {
        taken.add(box);
    }

    /** @param must written even where it covers something; otherwise left out then */
    void put(String text, Point2D at, double distance, boolean must) {
        Rectangle2D size = font.getStringBounds(text, g.getFontRenderContext());
        double w = size.getWidth();
        double h = font.getSize2D();
        double[][] offsets = {{distance, h * 0.35}, {-distance - w, h * 0.35}, {-w / 2, -distance - h * 0.2}, {-w / 2, distance + h}};
        for (double[] offset : offsets) {
            Rectangle2D box = new Rectangle2D.Double(at.getX() + offset[0], at.getY() + offset[1] - h, w, h * 1.2);
            if (paper.contains(box) && taken.stream().noneMatch(box::intersects)) {
                write(text, at.getX() + offset[0], at.getY() + offset[1], box);
                return;
            }
        }
        if (must) {
            double x = Math.max(paper.getMinX() + 2, Math.min(at.getX() + distance, paper.getMaxX() - w - 2));
            write(text, x, at.getY() + h * 0.35, new Rectangle2D.Double(x, at.getY() - h * 0.65, w, h * 1.2));
        }
    }

    private void write(String text, double x, double y, Rectangle2D box) {
        taken.add(box);
        outline(g, font, text, x, y);
    }

    static void outline(Graphics2D g, Font font, String text, double x, double y) {
        Shape shape = font.createGlyphVector(g.getFontRenderContext(), text).getOutline((float) x, (float) y);
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(font.getSize2D() / 3.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
        g.setColor(Color.BLACK);
        g.fill(shape);
    }
}
