package jp.michishirube.evacuation.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import jp.michishirube.evacuation.hazard.HazardArea;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.Measure;

/** The lines below a printed map: what each sign means (only what the map shows) and where the data is from. */
final class MapLegend {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private final Font font;
    private final double size;

    MapLegend(Font font, double size) {
        this.font = font;
        this.size = size;
    }

    private interface Sign {
        void draw(Graphics2D g, double x, double y);
    }

    private record Entry(String text, Sign sign) {}

    double height(MapPicture picture, double width) {
        return (rows(picture, width).size() + 1) * size * 1.6 + size * 0.4;
    }

    void draw(Graphics2D g, MapPicture picture, double top, double width) {
        double y = top + size * 1.5;
        for (List<Entry> row : rows(picture, width)) {
            double x = size * 0.3;
            for (Entry entry : row) {
                entry.sign().draw(g, x, y);
                write(g, font, entry.text(), x + size * 2.1, y);
                x += width(entry);
            }
            y += size * 1.6;
        }
        write(g, font.deriveFont((float) (size * 0.82)), picture.words().attribution(), size * 0.3, y - size * 0.1);
    }

    private double width(Entry entry) {
        return size * 3.1 + font.getStringBounds(entry.text(), CONTEXT).getWidth();
    }

    private List<List<Entry>> rows(MapPicture picture, double width) {
        List<List<Entry>> rows = new ArrayList<>(List.of(new ArrayList<>()));
        double x = 0;
        for (Entry entry : entries(picture)) {
            if (x > 0 && x + width(entry) > width) {
                rows.add(new ArrayList<>());
                x = 0;
            }
            rows.get(rows.size() - 1).add(entry);
            x += width(entry);
        }
        return rows;
    }

    private List<Entry> entries(MapPicture picture) {
        MapPicture.Words words = picture.words();
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(words.home(), (g, x, y) -> fill(g, Color.BLACK, new Ellipse2D.Double(x + size * 0.4, y - size, size * 1.1, size * 1.1))));
        entries.add(new Entry(words.place(), (g, x, y) -> fill(g, new Color(0x0017C1), new Rectangle2D.Double(x + size * 0.4, y - size, size * 1.1, size * 1.1))));
        for (int i = 0; i < picture.ways().size(); i++) {
            int way = i;
            entries.add(new Entry(picture.ways().get(i).label(), (g, x, y) -> {
                g.setColor(way == 0 ? new Color(0x0017C1) : new Color(0x444444));
                g.setStroke(MapDrawing.wayStroke(way, size));
                g.draw(new Line2D.Double(x, y - size * 0.4, x + size * 1.8, y - size * 0.4));
            }));
        }
        if (MapGaps.any(picture)) {
            entries.add(new Entry(words.gap(), (g, x, y) -> {
                MapGaps.pen(g, size);
                g.draw(new Line2D.Double(x, y - size * 0.4, x + size * 1.8, y - size * 0.4));
            }));
        }
        water(picture, entries, 1, 1, words.flood1(), 0xF7F5A9);
        water(picture, entries, 2, 2, words.flood2(), 0xF5C9A0);
        water(picture, entries, 3, 6, words.flood3(), 0xE8A3A0);
        slide(picture, entries, 1, words.slide1(), new Color(0xB38F00), 4);
        slide(picture, entries, 2, words.slide2(), new Color(0xB3261E), 2.5);
        if (picture.areas().stream().anyMatch(a -> a.measure() == Measure.COLLAPSE && a.isClassKnown())) {
            entries.add(new Entry(words.collapse(), (g, x, y) -> MapDrawing.hatch(g, box(x, y), MapDrawing.COLLAPSE, 3.5)));
        }
        if (picture.areas().stream().anyMatch(a -> a.measure() != Measure.DURATION && !a.isClassKnown())) {
            entries.add(new Entry(words.unknown(), (g, x, y) -> MapDrawing.hatch(g, box(x, y), MapDrawing.UNKNOWN, 2)));
        }
        if (!picture.spots().isEmpty()) {
            entries.add(new Entry(words.spot(), (g, x, y) -> fill(g, new Color(0xCE0000), MapDrawing.triangle(new Point2D.Double(x + size, y - size * 0.4), size * 0.9))));
        }
        return entries;
    }

    private void water(MapPicture picture, List<Entry> entries, int from, int to, String text, int colour) {
        if (picture.areas().stream().anyMatch(a -> a.hazard() != HazardKind.LANDSLIDE && isFilled(a) && a.level() >= from && a.level() <= to)) {
            entries.add(new Entry(text, (g, x, y) -> fill(g, new Color(colour), box(x, y))));
        }
    }

    private void slide(MapPicture picture, List<Entry> entries, int level, String text, Color colour, double gap) {
        if (picture.areas().stream().anyMatch(a -> a.hazard() == HazardKind.LANDSLIDE && a.isClassKnown() && Math.min(2, a.level()) == level)) {
            entries.add(new Entry(text, (g, x, y) -> MapDrawing.hatch(g, box(x, y), colour, gap)));
        }
    }

    private static boolean isFilled(HazardArea area) {
        return area.measure() == Measure.DEPTH || area.measure() == Measure.EXTENT;
    }

    private Rectangle2D box(double x, double y) {
        return new Rectangle2D.Double(x, y - size, size * 1.8, size * 1.1);
    }

    private static void fill(Graphics2D g, Color colour, Shape shape) {
        g.setColor(colour);
        g.fill(shape);
        g.setColor(Color.DARK_GRAY);
        g.setStroke(new BasicStroke(0.5f));
        g.draw(shape);
    }

    private static void write(Graphics2D g, Font font, String text, double x, double y) {
        g.setColor(Color.BLACK);
        g.fill(font.createGlyphVector(CONTEXT, text).getOutline((float) x, (float) y));
    }
}
