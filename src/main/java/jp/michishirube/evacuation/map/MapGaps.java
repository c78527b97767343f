package jp.michishirube.evacuation.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import jp.michishirube.evacuation.hazard.Position;
import jp.michishirube.evacuation.road.Gaps;

/** The ends of a way that run off the roads, dotted: nobody shall take them for a road. */
final class MapGaps {

    private static final Color COLOUR = new Color(0x1A1A1A);

    private MapGaps() {}

    static void draw(Graphics2D g, MapFrame frame, Position home, MapPicture.Route way, double size) {
        pen(g, size);
        dots(g, frame, home, way.line().get(0));
        dots(g, frame, way.line().get(way.line().size() - 1), way.place());
    }

    /** Of the legend. */
    static void pen(Graphics2D g, double size) {
        g.setColor(COLOUR);
        g.setStroke(new BasicStroke((float) (size * 0.3), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {0.1f, (float) (size * 0.7)}, 0));
    }

    static boolean any(MapPicture picture) {
        return picture.ways().stream().anyMatch(way -> isGap(picture.home(), way.line().get(0)) || isGap(way.line().get(way.line().size() - 1), way.place()));
    }

    private static boolean isGap(Position from, Position to) {
        return from.metresTo(to) > Gaps.YARD_METRES;
    }

    private static void dots(Graphics2D g, MapFrame frame, Position from, Position to) {
        if (isGap(from, to)) {
            g.draw(frame.line(List.of(from, to)));
        }
    }
}
