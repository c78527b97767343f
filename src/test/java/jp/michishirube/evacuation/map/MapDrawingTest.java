package jp.michishirube.evacuation.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import jp.michishirube.evacuation.danger.Danger;
import jp.michishirube.evacuation.danger.DangerSpot;
import jp.michishirube.evacuation.hazard.DangerKind;
import jp.michishirube.evacuation.hazard.HazardArea;
import jp.michishirube.evacuation.hazard.HazardFile;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.MunicipalArea;
import jp.michishirube.evacuation.hazard.Position;
import jp.michishirube.evacuation.road.RoadNetwork;
import jp.michishirube.evacuation.road.Way;
import jp.michishirube.evacuation.road.Season;
import jp.michishirube.evacuation.road.WayFinder;
import jp.michishirube.evacuation.road.WayProfile;
import jp.michishirube.municipality.Folders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

class MapDrawingTest {

    private static final MapPicture.Words WORDS = new MapPicture.Words("自宅", "避難先", "浸水 0.5m未満", "浸水 0.5〜3m", "浸水 3m以上", "土砂災害警戒区域",
            "土砂災害特別警戒区域", "家屋倒壊等氾濫想定区域", "区分が不明な区域", "地図に道路のない所", "危険箇所", "道路 © OpenStreetMap contributors（ODbL）　区域：市町村のハザードマップ", "北", "m");

    @TempDir
    Path cache;

    @Test
    void theMapFillsItsRectangleAndNothingElse() throws Exception {
        List<HazardArea> areas = areas();
        try (RoadNetwork roads = RoadNetwork.open(Path.of("forms/990019/roads.osm"), cache.resolve("graph"), 200)) {
            Position home = new Position(37.49827, 139.9172);
            List<Danger> dangers = areas.stream().map(a -> Danger.of(a, a.label())).toList();
            Way flood = WayFinder.find(roads, WayProfile.WALKER, Season.ALL_YEAR, List.of(home, new Position(37.5118, 139.9128)), 1.8, dangers, false).get(0);
            Way quake = WayFinder.find(roads, WayProfile.WALKER, Season.ALL_YEAR, List.of(home, new Position(37.4972, 139.9193)), 1.8, List.of(), false).get(0);
            List<MapPicture.Route> ways = List.of(route("洪水：青葉小学校", "青葉小学校", flood), route("地震：川端公園", "川端公園", quake));
            Envelope ground = new Envelope();
            flood.line().forEach(p -> ground.expandToInclude(new Coordinate(p.lon(), p.lat())));
            DangerSpot spot = new DangerSpot(1, DangerKind.FLOODS, new Position(37.5045, 139.9165), 40, "", null, LocalDate.EPOCH, LocalDate.MAX,
                    DangerSpot.State.SHOWN, Instant.EPOCH, "x", "x");
            Font font = Font.createFont(Font.TRUETYPE_FONT, Path.of("reports/fonts/BIZUDPGothic-Regular.ttf").toFile());
            MapDrawing drawing = new MapDrawing(ground, box -> new MapPicture(home, ways, roads.roads(box, 4000), areas, List.of(spot), WORDS), font);
            for (int[] size : new int[][] {{500, 330}, {360, 500}}) {
                BufferedImage image = paint(drawing, size[0], size[1]);
                assertThat(image.getRGB(10, 10)).as("outside on the left").isEqualTo(0xFFFFFFFF);
                assertThat(image.getRGB(image.getWidth() - 5, image.getHeight() - 5)).as("outside on the right").isEqualTo(0xFFFFFFFF);
                assertThat(count(image, 0x0017C1)).as("the way and the place").isGreaterThan(400);
                assertThat(count(image, 0xCE0000)).as("the danger spot").isGreaterThan(50);
                assertThat(count(image, 0xF5C9A0)).as("the flood area").isGreaterThan(1000);
            }
        }
    }

    /** On paper too nobody takes for a road what is none: dots with the ground between them, and the legend says what they are. */
    @Test
    void whereTheMapHasNoRoadTheWayIsDottedAndTheLegendSaysIt() throws Exception {
        Position first = new Position(37.5, 139.9);
        Position last = new Position(37.5, 139.91);
        Envelope ground = new Envelope(139.895, 139.915, 37.495, 37.505);
        Font font = Font.createFont(Font.TRUETYPE_FONT, Path.of("reports/fonts/BIZUDPGothic-Regular.ttf").toFile());
        List<BufferedImage> pictures = new ArrayList<>();
        for (Position home : List.of(new Position(37.504, 139.9), first)) {
            MapPicture.Route way = new MapPicture.Route("洪水：青葉小学校（冬の道）", "青葉小学校", List.of(first, last), List.of(), last);
            MapPicture picture = new MapPicture(home, List.of(way), List.of(), List.of(), List.of(), WORDS);
            pictures.add(paint(new MapDrawing(ground, box -> picture, font), 480, 320));
        }
        assertThat(dottedRuns(pictures.get(0))).as("dots of the gap and of its legend").isGreaterThan(dottedRuns(pictures.get(1)) + 10);
        assertThat(ink(pictures.get(0), 0.85)).as("one word more in the legend").isGreaterThan(ink(pictures.get(1), 0.85) + 200);
    }

    /** How often a column of the picture goes over from light to the colour of the dots. */
    private static int dottedRuns(BufferedImage image) {
        int runs = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            int column = 0;
            for (int y = 1; y < image.getHeight() * 0.85; y++) {
                column += isDot(image, x, y) && !isDot(image, x, y - 1) ? 1 : 0;
            }
            runs = Math.max(runs, column);
        }
        return runs;
    }

    private static boolean isDot(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) & 0xFFFFFF) == 0x1A1A1A;
    }

    private static int ink(BufferedImage image, double from) {
        int ink = 0;
        for (int y = (int) (image.getHeight() * from); y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                ink += (image.getRGB(x, y) & 0xFF) < 0x60 ? 1 : 0;
            }
        }
        return ink;
    }

    private static BufferedImage paint(MapDrawing drawing, int w, int h) throws Exception {
        BufferedImage image = new BufferedImage(2 * w + 40, 2 * h + 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.translate(20, 20);
        g.scale(2, 2);
        g.clipRect(0, 0, w, h);
        drawing.draw(g, w, h);
        g.dispose();
        Files.createDirectories(Path.of("target/screenshots"));
        ImageIO.write(image, "png", Path.of("target/screenshots/map-" + w + ".png").toFile());
        return image;
    }

    private static int count(BufferedImage image, int rgb) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == rgb ? 1 : 0;
            }
        }
        return count;
    }

    private static MapPicture.Route route(String label, String place, Way way) {
        return new MapPicture.Route(label, place, way.line(), way.steps().stream().filter(s -> s.metres() > 60).map(Way.Step::street).filter(s -> !s.isBlank()).distinct().toList(),
                way.line().get(way.line().size() - 1));
    }

    private static List<HazardArea> areas() throws Exception {
        MunicipalArea municipality = new MunicipalArea(new Folders(Path.of(".").toAbsolutePath()), "990019");
        List<HazardArea> areas = new ArrayList<>();
        for (String file : List.of("flood", "landslide")) {
            HazardFile.read(Files.newInputStream(Path.of("forms/990019/hazards/" + file + ".geojson")), HazardKind.FLOOD, municipality, 1 << 20).areas()
                    .forEach(a -> areas.add(new HazardArea(areas.size(), a.hazard(), a.measure(), a.level(), a.label(), "", "", a.shape())));
        }
        return areas;
    }
}
