import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Draws the roads, the river and the dangers of the invented みちしるべ市: {@code java docs/demo/MakeDemoTown.java} from the project's
 * root writes {@code forms/990019/roads.osm} and {@code forms/990019/hazards/*.geojson}. The same each time.
 */
class MakeDemoTown {

    static final double WEST = 139.9000, SOUTH = 37.4810, DX = 0.0015, DY = 0.0012;
    static final int COLUMNS = 43, ROWS = 35;
    static final Random RANDOM = new Random(990019);
    static final double[][] LAT = new double[ROWS][COLUMNS], LON = new double[ROWS][COLUMNS];
    static final StringBuilder WAYS = new StringBuilder();
    static int wayId = 100_000;

    public static void main(String[] args) throws IOException {
        StringBuilder osm = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\" generator=\"MakeDemoTown\">\n");
        for (int r = 0; r < ROWS; r++) {
            for (int c = 0; c < COLUMNS; c++) {
                boolean main = mainRow(r) || mainColumn(c);
                LAT[r][c] = SOUTH + r * DY + (main ? 0.04 : 0.16) * DY * RANDOM.nextGaussian();
                LON[r][c] = WEST + c * DX + (main ? 0.04 : 0.16) * DX * RANDOM.nextGaussian();
                osm.append(String.format(Locale.ROOT, "<node id=\"%d\" lat=\"%.6f\" lon=\"%.6f\"/>\n", id(r, c), LAT[r][c], LON[r][c]));
            }
        }
        for (int r = 0; r < ROWS; r++) {
            line(r, true);
        }
        for (int c = 0; c < COLUMNS; c++) {
            line(c, false);
        }
        way(List.of(id(25, 34), id(26, 35), id(27, 36)), "steps", "山手石段", "");
        way(List.of(id(28, 37), id(29, 38)), "steps", "天神坂の石段", "");
        way(List.of(id(22, 10), id(23, 11), id(24, 12)), "footway", "青葉緑道", "");
        way(List.of(id(9, 28), id(10, 29), id(11, 30)), "footway", "桜並木の小道", "");
        Files.writeString(Path.of("forms/990019/roads.osm"), osm.append(WAYS).append("</osm>\n"));
        Files.createDirectories(Path.of("forms/990019/hazards"));
        Files.writeString(Path.of("forms/990019/hazards/flood.geojson"), flood());
        Files.writeString(Path.of("forms/990019/hazards/landslide.geojson"), landslide());
    }

    static boolean mainRow(int r) {
        return r == 5 || r == 13 || r == 21 || r == 29;
    }

    static boolean mainColumn(int c) {
        return c == 8 || c == 25 || c == 34;
    }

    static int id(int r, int c) {
        return 1 + r * COLUMNS + c;
    }

    /** Longitude of the middle of 道守川 at a latitude; it flows from the north to the south. */
    static double river(double lat) {
        return 139.9275 + 0.0022 * Math.sin((lat - 37.481) * 170) - (lat - 37.5) * 0.06;
    }

    static void line(int index, boolean row) {
        int length = row ? COLUMNS : ROWS;
        List<Integer> run = new ArrayList<>();
        boolean big = row ? mainRow(index) : mainColumn(index);
        String steep = "";
        for (int i = 0; i < length; i++) {
            int r = row ? index : i, c = row ? i : index;
            run.add(id(r, c));
            if (i + 1 == length) {
                break;
            }
            int r2 = row ? index : i + 1, c2 = row ? i + 1 : index;
            boolean overRiver = (LON[r][c] > river(LAT[r][c])) != (LON[r2][c2] > river(LAT[r2][c2]));
            boolean gap = !big && RANDOM.nextInt(100) < 9 || overRiver && !(row && mainRow(index));
            String incline = row && c >= 35 && r >= 22 ? "9%" : row && c >= 33 && r >= 18 ? "5%" : "";
            if (overRiver && row && mainRow(index)) {
                flush(run, index, row, steep, "");
                String bridge = List.of("南大橋", "みちしるべ大橋", "青葉橋", "北大橋").get((index - 5) / 8);
                way(List.of(id(r, c), id(r2, c2)), "secondary", bridge, "<tag k=\"bridge\" v=\"yes\"/>");
                run.clear();
            } else if (gap || !incline.equals(steep)) {
                if (!gap) {
                    flush(run, index, row, steep, "");
                    run.clear();
                    run.add(id(r, c));
                } else {
                    flush(run, index, row, steep, "");
                    run.clear();
                }
                steep = incline;
            }
        }
        flush(run, index, row, steep, "");
    }

    static void flush(List<Integer> run, int index, boolean row, String incline, String more) {
        if (run.size() < 2) {
            return;
        }
        String tags = more + (incline.isEmpty() ? "" : "<tag k=\"incline\" v=\"" + incline + "\"/>");
        String kind;
        String name;
        if (row) {
            kind = mainRow(index) ? "secondary" : index % 4 == 1 ? "tertiary" : "residential";
            name = index == 5 ? "桜木通り" : index == 13 ? "中央通り" : index == 21 ? "青葉通り" : index == 29 ? "若草通り"
                    : kanji(index + 1) + "条通り";
        } else {
            kind = index == 25 ? "primary" : mainColumn(index) ? "secondary" : index % 4 == 2 ? "tertiary" : "residential";
            name = index == 8 ? "西大通り" : index == 25 ? "国道990号" : index == 34 ? "東大通り"
                    : index < 18 ? "西" + kanji(18 - index) + "番町通り" : "東" + kanji(index - 17) + "番町通り";
            if (index < 17 && index % 3 == 0) {
                tags += "<tag k=\"surface\" v=\"gravel\"/>";
            }
        }
        way(new ArrayList<>(run), kind, name, tags);
    }

    static void way(List<Integer> nodes, String kind, String name, String tags) {
        WAYS.append("<way id=\"").append(wayId++).append("\">");
        nodes.forEach(n -> WAYS.append("<nd ref=\"").append(n).append("\"/>"));
        WAYS.append("<tag k=\"highway\" v=\"").append(kind).append("\"/><tag k=\"name\" v=\"").append(name).append("\"/>").append(tags).append("</way>\n");
    }

    static String kanji(int n) {
        String digits = "〇一二三四五六七八九";
        return (n >= 20 ? digits.charAt(n / 10) + "十" : n >= 10 ? "十" : "") + (n % 10 == 0 ? "" : digits.charAt(n % 10));
    }

    /** Depth classes as the national maps have them: 1 below 0.5 m, 2 to 3 m, 3 to 5 m. The west bank is lower. */
    static String flood() {
        List<String> features = new ArrayList<>();
        features.add(band(1, 0.0128, 0.0062, "0.5m未満"));
        features.add(band(2, 0.0098, 0.0045, "0.5〜3.0m"));
        features.add(band(3, 0.0040, 0.0022, "3.0〜5.0m"));
        return collection(features);
    }

    static String band(int rank, double west, double east, String label) {
        List<String> left = new ArrayList<>(), right = new ArrayList<>();
        for (int i = 0; i <= 24; i++) {
            double lat = 37.4795 + i * (37.5115 - 37.4795) / 24;
            double narrow = Math.sin(Math.PI * (0.08 + 0.84 * i / 24));
            left.add(point(river(lat) - west * narrow, lat));
            right.add(0, point(river(lat) + east * narrow, lat));
        }
        List<String> ring = new ArrayList<>(left);
        ring.addAll(right);
        ring.add(left.get(0));
        return feature("\"hazard\":\"FLOOD\",\"rank\":" + rank + ",\"label\":\"" + label + "\"", ring);
    }

    static String landslide() {
        List<String> features = new ArrayList<>();
        features.add(zone(1, 139.9562, 37.5150, 0.0034, 0.0026));
        features.add(zone(2, 139.9570, 37.5152, 0.0017, 0.0014));
        features.add(zone(1, 139.9475, 37.5139, 0.0011, 0.0009));
        features.add(zone(1, 139.9585, 37.5040, 0.0016, 0.0022));
        return collection(features);
    }

    static String zone(int rank, double lon, double lat, double rx, double ry) {
        List<String> ring = new ArrayList<>();
        for (int i = 0; i <= 20; i++) {
            double a = 2 * Math.PI * (i % 20) / 20;
            double wobble = 1 + 0.16 * Math.sin(3 * a + lon * 1000) + 0.08 * Math.cos(5 * a);
            ring.add(point(lon + rx * wobble * Math.cos(a), lat + ry * wobble * Math.sin(a)));
        }
        return feature("\"hazard\":\"LANDSLIDE\",\"zone\":" + rank + ",\"label\":\"" + (rank == 2 ? "土砂災害特別警戒区域" : "土砂災害警戒区域") + "\"", ring);
    }

    static String point(double lon, double lat) {
        return String.format(Locale.ROOT, "[%.5f,%.5f]", lon, lat);
    }

    static String feature(String properties, List<String> ring) {
        return "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + String.join(",", ring) + "]]}}";
    }

    static String collection(List<String> features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", features) + "\n]}\n";
    }
}
