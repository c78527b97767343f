package jp.michishirube.evacuation.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The scale bar, bottom left, or bottom right when the home or the way is there; and the arrow to the north. */
final class MapScale {

    private static final double[] LENGTHS = {100, 200, 250, 500, 1000, 2000, 5000};
    private static final double SHORTEST = 50;

    private final MapFrame frame;
    private final double size;
    private final double metres;
    private final Rectangle2D box;

    /** @param size of the letters, in points */
    MapScale(MapFrame frame, MapPicture shown, double size) {
        this.frame = frame;
        this.size = size;
        double longest = SHORTEST;
        for (double candidate : LENGTHS) {
            longest = frame.metres(candidate) < frame.paper().getWidth() * 0.28 ? candidate : longest;
        }
        this.metres = longest;
        this.box = place(shown);
    }

    /** What it covers of the paper. */
    Rectangle2D box() {
        return box;
    }

    private Rectangle2D place(MapPicture shown) {
        double width = frame.metres(metres) + size;
        Rectangle2D left = new Rectangle2D.Double(frame.paper().getMinX() + size / 2, frame.paper().getMaxY() - size * 2.6, width, size * 2.2);
        Rectangle2D around = new Rectangle2D.Double(left.getX() - size, left.getY() - size, width + 2 * size, size * 4);
        boolean free = !around.contains(frame.at(shown.home())) && shown.ways().stream().noneMatch(way -> frame.line(way.line()).intersects(around));
        return free ? left : new Rectangle2D.Double(frame.paper().getMaxX() - width - size / 2, left.getY(), width, left.getHeight());
    }

    void draw(Graphics2D g, Font font, MapPicture.Words words) {
        Font letters = font.deriveFont((float) (size * 0.9));
        double length = frame.metres(metres);
        double x = box.getX() + size / 2;
        double y = box.getY() + size * 1.6;
        g.setColor(Color.WHITE);
        g.fill(box);
        g.setColor(Color.BLACK);
        g.setStroke(new BasicStroke(1.4f));
        g.draw(new Line2D.Double(x, y, x + length, y));
        g.draw(new Line2D.Double(x, y - 3, x, y + 1));
        g.draw(new Line2D.Double(x + length, y - 3, x + length, y + 1));
        MapLabels.outline(g, letters, (int) metres + words.metre(), x, y - size * 0.45);
        north(g);
        MapLabels.outline(g, letters, words.north(), frame.paper().getMaxX() - size * 1.85, size * 3);
    }

    private void north(Graphics2D g) {
        double x = frame.paper().getMaxX() - size * 1.4;
        Path2D north = new Path2D.Double();
        north.moveTo(x, size * 0.6);
        north.lineTo(x + size * 0.5, size * 2);
        north.lineTo(x, size * 1.7);
        north.lineTo(x - size * 0.5, size * 2);
        north.closePath();
        g.fill(north);
    }
}
