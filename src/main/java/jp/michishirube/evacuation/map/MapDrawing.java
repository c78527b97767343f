package jp.michishirube.evacuation.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Function;
import jp.michishirube.document.Drawable;
import jp.michishirube.evacuation.danger.DangerSpot;
import jp.michishirube.evacuation.hazard.HazardArea;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.Measure;
import jp.michishirube.evacuation.hazard.Position;
import jp.michishirube.evacuation.road.RoadNetwork;
import org.locationtech.jts.geom.Envelope;

/** The map on paper, in lines: hazard areas, roads, the way, home and place, dangers, scale bar, legend, source. Readable in grey too. */
public final class MapDrawing implements Drawable {

    private static final List<Color> WATER = List.of(new Color(0xF7F5A9), new Color(0xF5C9A0), new Color(0xE8A3A0), new Color(0xD98AA5),
            new Color(0xC779B0), new Color(0xB06AB3));
    private static final Color SLIDE = new Color(0xB38F00);
    private static final Color RED_SLIDE = new Color(0xB3261E);
    static final Color UNKNOWN = new Color(0x555555);
    static final Color COLLAPSE = new Color(0x7A2E8E);
    private static final Color WAY = new Color(0x0017C1);
    private static final Color DANGER = new Color(0xCE0000);

    private final Envelope ground;
    private final Function<Envelope, MapPicture> picture;
    private final Font font;

    /** @param picture what lies on the ground that fits the paper, asked once its proportions are known */
    public MapDrawing(Envelope ground, Function<Envelope, MapPicture> picture, Font font) {
        this.ground = ground;
        this.picture = picture;
        this.font = font;
    }

    @Override
    public void draw(Graphics2D g, double w, double h) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double size = Math.max(6.5, Math.min(w, h) / 38);
        MapLegend legend = new MapLegend(font.deriveFont((float) size), size);
        MapFrame probe = new MapFrame(new Rectangle2D.Double(0, 0, w, h * 0.88), ground);
        MapPicture shown = picture.apply(probe.ground());
        double legendHeight = legend.height(shown, w);
        MapFrame frame = new MapFrame(new Rectangle2D.Double(0, 0, w, h - legendHeight), ground);
        g.setColor(Color.WHITE);
        g.fill(new Rectangle2D.Double(0, 0, w, h));
        Shape clip = g.getClip();
        g.clip(frame.paper());
        g.setColor(new Color(0xFAF8F3));
        g.fill(frame.paper());
        areas(g, frame, shown.areas());
        roads(g, frame, shown.roads(), size);
        ways(g, frame, shown.ways(), size);
        shown.ways().forEach(way -> MapGaps.draw(g, frame, shown.home(), way, size));
        MapLabels labels = new MapLabels(g, font.deriveFont((float) size), frame.paper());
        MapScale scale = new MapScale(frame, shown, size);
        labels.taken(scale.box());
        spots(g, frame, shown.spots(), labels, size);
        pins(g, frame, shown, labels, size);
        streets(frame, shown, labels);
        scale.draw(g, font, shown.words());
        g.setClip(clip);
        g.setColor(Color.DARK_GRAY);
        g.setStroke(new BasicStroke(0.8f));
        g.draw(new Rectangle2D.Double(0.4, 0.4, w - 0.8, h - legendHeight - 0.8));
        legend.draw(g, shown, h - legendHeight, w);
    }

    private static void areas(Graphics2D g, MapFrame frame, List<HazardArea> areas) {
        for (HazardArea area : areas) {
            Path2D path = frame.area(area.shape());
            if (area.measure() == Measure.DURATION) {
                continue;
            }
            if (!area.isClassKnown()) {
                hatch(g, path, UNKNOWN, 3);
            } else if (area.measure() == Measure.COLLAPSE) {
                hatch(g, path, COLLAPSE, 5);
            } else if (area.hazard() == HazardKind.LANDSLIDE) {
                hatch(g, path, area.level() >= 2 ? RED_SLIDE : SLIDE, area.level() >= 2 ? 4 : 7);
            } else {
                g.setColor(WATER.get(Math.min(area.level(), WATER.size()) - 1));
                g.fill(path);
                g.setColor(new Color(0x8A6D3B));
                g.setStroke(new BasicStroke(0.4f));
                g.draw(path);
            }
        }
    }

    static void hatch(Graphics2D g, Shape shape, Color colour, double gap) {
        Shape clip = g.getClip();
        g.clip(shape);
        g.setColor(colour);
        g.setStroke(new BasicStroke(0.9f));
        Rectangle2D box = shape.getBounds2D().createIntersection(clip == null ? shape.getBounds2D() : clip.getBounds2D());
        for (double x = box.getMinX() - box.getHeight(); x < box.getMaxX(); x += gap) {
            g.draw(new Line2D.Double(x, box.getMaxY(), x + box.getHeight(), box.getMinY()));
        }
        g.setClip(clip);
        g.setStroke(new BasicStroke(1f));
        g.draw(shape);
    }

    private static void roads(Graphics2D g, MapFrame frame, List<RoadNetwork.Road> roads, double size) {
        for (int pass = 0; pass < 2; pass++) {
            for (RoadNetwork.Road road : roads) {
                boolean steps = road.kind().equals("steps");
                double width = size / 10 * switch (road.kind()) {
                    case "primary", "trunk" -> 5;
                    case "secondary" -> 4;
                    case "tertiary" -> 3;
                    case "footway", "path", "steps" -> 1.2;
                    default -> 2.2;
                };
                g.setColor(pass == 0 ? new Color(0x9A9A9A) : steps ? new Color(0x8A3B12) : Color.WHITE);
                float stroke = (float) (pass == 0 ? width + 0.8 : width);
                g.setStroke(steps && pass == 1 ? new BasicStroke(stroke, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2, 2}, 0)
                        : new BasicStroke(stroke, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                g.draw(frame.line(road.line()));
            }
        }
    }

    private static void ways(Graphics2D g, MapFrame frame, List<MapPicture.Route> ways, double size) {
        for (int i = ways.size() - 1; i >= 0; i--) {
            Path2D line = frame.line(ways.get(i).line());
            g.setColor(Color.WHITE);
            g.setStroke(new BasicStroke((float) (size * 0.75), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(line);
            g.setColor(i == 0 ? WAY : new Color(0x444444));
            g.setStroke(wayStroke(i, size));
            g.draw(line);
        }
    }

    static BasicStroke wayStroke(int i, double size) {
        float[] dash = i == 0 ? null : i == 1 ? new float[] {6, 4} : new float[] {2, 4};
        return new BasicStroke((float) (size * (i == 0 ? 0.42 : 0.3)), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    private static void spots(Graphics2D g, MapFrame frame, List<DangerSpot> spots, MapLabels labels, double size) {
        for (DangerSpot spot : spots) {
            Point2D at = frame.at(spot.position());
            double r = frame.metres(spot.radius());
            g.setColor(DANGER);
            g.setStroke(new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {3, 2}, 0));
            g.draw(new Ellipse2D.Double(at.getX() - r, at.getY() - r, 2 * r, 2 * r));
            g.fill(triangle(at, size));
            labels.taken(new Rectangle2D.Double(at.getX() - size, at.getY() - size, 2 * size, 2 * size));
        }
    }

    static Path2D triangle(Point2D at, double size) {
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(at.getX(), at.getY() - size * 0.7);
        triangle.lineTo(at.getX() + size * 0.7, at.getY() + size * 0.55);
        triangle.lineTo(at.getX() - size * 0.7, at.getY() + size * 0.55);
        triangle.closePath();
        return triangle;
    }

    private static void pins(Graphics2D g, MapFrame frame, MapPicture shown, MapLabels labels, double size) {
        Point2D home = frame.at(shown.home());
        double r = size * 0.75;
        g.setColor(Color.WHITE);
        g.fill(new Ellipse2D.Double(home.getX() - r - 1.5, home.getY() - r - 1.5, 2 * r + 3, 2 * r + 3));
        g.setColor(Color.BLACK);
        g.fill(new Ellipse2D.Double(home.getX() - r, home.getY() - r, 2 * r, 2 * r));
        labels.put(shown.words().home(), home, r + 2, true);
        for (MapPicture.Route way : shown.ways()) {
            Point2D place = frame.at(way.place());
            g.setColor(Color.WHITE);
            g.fill(new Rectangle2D.Double(place.getX() - r - 1.5, place.getY() - r - 1.5, 2 * r + 3, 2 * r + 3));
            g.setColor(WAY);
            g.fill(new Rectangle2D.Double(place.getX() - r, place.getY() - r, 2 * r, 2 * r));
            labels.put(way.placeName().isEmpty() ? shown.words().place() : way.placeName(), place, r + 2, true);
        }
    }

    /** The streets one walks along carry their names, where there is room. */
    private static void streets(MapFrame frame, MapPicture shown, MapLabels labels) {
        if (shown.ways().isEmpty()) {
            return;
        }
        MapPicture.Route way = shown.ways().get(0);
        for (String street : way.streets()) {
            List<Position> along = shown.roads().stream().filter(r -> r.name().equals(street) && r.line().size() > 1)
                    .map(r -> r.line().get(r.line().size() / 2)).filter(p -> metres(way, p) < 20).toList();
            if (!along.isEmpty()) {
                labels.put(street, frame.at(along.get(along.size() / 2)), 5, false);
            }
        }
    }

    private static double metres(MapPicture.Route way, Position p) {
        return way.line().stream().mapToDouble(q -> q.metresTo(p)).min().orElse(Double.MAX_VALUE);
    }
}
