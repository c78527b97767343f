package jp.michishirube.document;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Streets, a river and a way through them: stands in for a real map in sample prints. */
final class SampleMap implements Drawable {

    @Override
    public void draw(Graphics2D g, double w, double h) {
        g.setColor(new Color(0xF7F5EF));
        g.fill(new Rectangle2D.Double(0, 0, w, h));
        Path2D river = new Path2D.Double();
        river.moveTo(0, h * 0.85);
        river.curveTo(w * 0.3, h * 0.6, w * 0.6, h * 1.05, w, h * 0.7);
        g.setColor(new Color(0xBFD9EE));
        g.setStroke(new BasicStroke(18));
        g.draw(river);
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(5));
        for (int i = 1; i < 9; i++) {
            g.draw(new Line2D.Double(w * i / 9, 0, w * i / 9, h));
        }
        for (int i = 1; i < 5; i++) {
            g.draw(new Line2D.Double(0, h * i / 5, w, h * i / 5));
        }
        Path2D way = new Path2D.Double();
        way.moveTo(w * 2 / 9, h * 3 / 5);
        way.lineTo(w * 2 / 9, h / 5);
        way.lineTo(w * 7 / 9, h / 5);
        way.lineTo(w * 7 / 9, h * 2 / 5);
        g.setColor(new Color(0x0017C1));
        g.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(way);
        g.fill(new Ellipse2D.Double(w * 2 / 9 - 6, h * 3 / 5 - 6, 12, 12));
        g.setColor(new Color(0x197A4B));
        g.fill(new Rectangle2D.Double(w * 7 / 9 - 7, h * 2 / 5 - 7, 14, 14));
    }
}
