package jp.michishirube.evacuation.hazard;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the class of an area from its properties: our own {@code rank} and {@code zone}, and the families of 国土数値情報.
 *
 * <p>Flood (A31): files by river ({@code A31a_x05}; up to 2021 {@code A31_x05}) bear the river's number in {@code x01}; files by mesh
 * ({@code A31b_x01}; in 2022 {@code A31_x01}) bear the class there. x: 1 planned rain, 2 largest rain, 3 duration, 4 house collapse.
 * {@code A31_001}: the classes of 2012. Tsunami A40_003, storm surge A49_003, inland flooding A51: depth in words. Landslide A33_002:
 * 1 zone, 2 special zone, 3 and 4 the same before designation; A33_001 the kind of slide.
 */
final class HazardClasses {

    private static final Pattern NATIONAL = Pattern.compile("[Aa](31|33|40|49|51)([ABab]?)(_\\d{3})");
    private static final Pattern FLOOD = Pattern.compile("A31([ab]?)_([1-4])(01|05)");
    private static final Pattern DEPTH_IN_WORDS = Pattern.compile("(A40_003|A49_003|A51_\\d{3})");
    private static final List<String> SLIDES = List.of("急傾斜地の崩壊", "土石流", "地滑り");
    private static final List<String> RANKS = List.of("rank", "浸水深ランク", "浸水ランク", "RANK", "ランク");
    private static final List<String> OWN_DEPTHS = List.of("浸水深", "depth", "DEPTH", "z", "Z");

    private static final String BARE = "[\\d.]+";

    private HazardClasses() {}

    /** @return one class a measure, the gravest; never empty: without any class the area itself is what the map says */
    static List<HazardClass> of(JsonNode properties, HazardKind usual) {
        List<HazardClass> found = new ArrayList<>();
        Map<String, String> named = new LinkedHashMap<>();
        properties.properties().forEach(p -> named.put(nationalName(p.getKey()), p.getValue().asText("").strip()));
        boolean river = named.containsKey("A31_105") || named.containsKey("A31_205") || named.containsKey("A31_305") || named.containsKey("A31_405");
        for (Map.Entry<String, String> property : named.entrySet()) {
            HazardClass read = national(property.getKey(), property.getValue(), river, named);
            if (read != null) {
                found.add(read);
            }
        }
        if (found.isEmpty()) {
            found.add(own(properties, usual));
        }
        return List.copyOf(found.stream().collect(java.util.stream.Collectors.toMap(HazardClass::measure, c -> c,
                java.util.function.BinaryOperator.maxBy(Comparator.comparingDouble(c -> HazardArea.gravity(c.measure(), c.level()))),
                java.util.TreeMap::new)).values());
    }

    /** Databases write names in small letters, and some programs in capitals alone. */
    private static String nationalName(String key) {
        Matcher national = NATIONAL.matcher(key);
        return national.matches() ? "A" + national.group(1) + national.group(2).toLowerCase(Locale.ROOT) + national.group(3) : key;
    }

    private static HazardClass national(String key, String value, boolean river, Map<String, String> all) {
        Matcher flood = FLOOD.matcher(key);
        if (flood.matches()) {
            boolean byRiver = flood.group(1).equals("a") || flood.group(1).isEmpty() && river;
            // What the other family keeps under this number is the river's own, no class.
            return flood.group(3).equals(byRiver ? "05" : "01") && !value.isEmpty() ? flood(measure(flood.group(2)), value) : null;
        }
        if (key.equals("A31_001") && !river) {
            return of2012(value);
        }
        if (key.equals("A33_002")) {
            return landslide(code(value), value, code(all.getOrDefault("A33_001", "")));
        }
        Matcher words = DEPTH_IN_WORDS.matcher(key);
        if (words.matches()) {
            HazardKind hazard = key.startsWith("A40") ? HazardKind.TSUNAMI : key.startsWith("A49") ? HazardKind.STORM_SURGE : HazardKind.INLAND_FLOOD;
            OptionalInt level = DepthText.level(value);
            boolean depth = level.isPresent() && !value.matches("[\\d.]+");
            return depth ? new HazardClass(hazard, Measure.DEPTH, level.getAsInt(), value)
                    : key.startsWith("A51") ? null : HazardClass.unknown(hazard, Measure.DEPTH, value);
        }
        return null;
    }

    /** The class by its number, or in words where a file has been made readable; a number that is no class is none of metres. */
    private static HazardClass flood(Measure measure, String value) {
        OptionalInt inWords = measure == Measure.DEPTH && code(value) < 0 && !value.matches(BARE) ? DepthText.level(value) : OptionalInt.empty();
        return inWords.isPresent() ? new HazardClass(HazardKind.FLOOD, measure, inWords.getAsInt(), value)
                : HazardClass.of(HazardKind.FLOOD, measure, code(value), value);
    }

    private static Measure measure(String digit) {
        return digit.equals("3") ? Measure.DURATION : digit.equals("4") ? Measure.COLLAPSE : Measure.DEPTH;
    }

    /** Two scales of 2012: five classes (11–15) and seven (21–27), put into the national six by their deepest water. */
    private static HazardClass of2012(String value) {
        return switch (code(value)) {
            case 11, 21 -> new HazardClass(HazardKind.FLOOD, Measure.DEPTH, 1, "0.5m未満");
            case 12, 22 -> new HazardClass(HazardKind.FLOOD, Measure.DEPTH, 2, "0.5〜1.0m");
            case 13, 23 -> new HazardClass(HazardKind.FLOOD, Measure.DEPTH, 2, "1.0〜2.0m");
            case 14 -> new HazardClass(HazardKind.FLOOD, Measure.DEPTH, 3, "2.0〜5.0m");
            case 24 -> new HazardClass(HazardKind.FLOOD, Measure.DEPTH, 2, "2.0〜3.0m");
            case 25 -> new HazardClass(HazardKind.FLOOD, Measure.DEPTH, 3, "3.0〜4.0m");
            case 26 -> new HazardClass(HazardKind.FLOOD, Measure.DEPTH, 3, "4.0〜5.0m");
            case 15, 27 -> new HazardClass(HazardKind.FLOOD, Measure.DEPTH, 4, "5.0m以上");
            default -> HazardClass.unknown(HazardKind.FLOOD, Measure.DEPTH, value);
        };
    }

    private static HazardClass landslide(int number, String raw, int kind) {
        int code = number < 0 ? zone(raw) : number;
        if (code < 1 || code > 4) {
            return HazardClass.unknown(HazardKind.LANDSLIDE, Measure.ZONE, raw);
        }
        HazardClass zone = HazardClass.of(HazardKind.LANDSLIDE, Measure.ZONE, code % 2 == 1 ? 1 : 2, raw);
        String slide = kind >= 1 && kind <= SLIDES.size() ? SLIDES.get(kind - 1) : "";
        String more = code > 2 ? slide.isEmpty() ? "指定前" : slide + "・指定前" : slide;
        return more.isEmpty() ? zone : new HazardClass(zone.hazard(), zone.measure(), zone.level(), zone.label() + "（" + more + "）");
    }

    /** Files of a municipality's own making. */
    private static HazardClass own(JsonNode properties, HazardKind usual) {
        String zone = properties.path("zone").asText("").strip();
        if (usual == HazardKind.LANDSLIDE) {
            return HazardClass.of(null, Measure.ZONE, zone(zone), zone);
        }
        if (!isWater(usual)) {
            return new HazardClass(null, Measure.EXTENT, 1, usual.lawName());
        }
        String rank = rank(properties);
        if (rank != null) {
            return HazardClass.of(null, Measure.DEPTH, code(rank), rank);
        }
        for (String key : OWN_DEPTHS) {
            String value = properties.path(key).asText("").strip();
            OptionalInt level = DepthText.level(value);
            if (level.isPresent()) {
                return new HazardClass(null, Measure.DEPTH, level.getAsInt(), value.matches(BARE) ? metres(value) + "m" : value);
            }
        }
        return HazardClass.unknown(null, Measure.DEPTH, unmarked(properties));
    }

    /** Programs write 2.4 as 2.4000000953674316. */
    private static String metres(String value) {
        BigDecimal number = new BigDecimal(value);
        return number.scale() > 2 ? number.setScale(2, RoundingMode.HALF_UP).toPlainString() : value;
    }

    /** @return the depth without a unit by which {@link #of} judges an area of the municipality's own; null where it judges by anything else */
    static String bareDepth(JsonNode properties) {
        if (rank(properties) != null) {
            return null;
        }
        return OWN_DEPTHS.stream().map(key -> properties.path(key).asText("").strip()).filter(v -> !v.isEmpty() && DepthText.level(v).isPresent()).findFirst()
                .filter(v -> v.matches(BARE)).orElse(null);
    }

    private static boolean isWater(HazardKind hazard) {
        return hazard == HazardKind.FLOOD || hazard == HazardKind.INLAND_FLOOD || hazard == HazardKind.STORM_SURGE || hazard == HazardKind.TSUNAMI;
    }

    /** Words of GIS exports whose classes nobody can know from the file alone. */
    private static String unmarked(JsonNode properties) {
        for (String key : List.of("GRIDCODE", "gridcode", "分類", "depth", "DEPTH", "z", "Z", "浸水深")) {
            if (properties.has(key)) {
                return key + " " + properties.path(key).asText("");
            }
        }
        return "";
    }

    /** The class of a scale that the file does not name; null where it has none. */
    static String rank(JsonNode properties) {
        return RANKS.stream().filter(properties::has).findFirst().map(key -> properties.path(key).asText("").strip()).orElse(null);
    }

    private static int zone(String value) {
        return value.contains("特別警戒") ? 2 : value.contains("警戒区域") ? 1 : code(value);
    }

    /** @return -1 for anything but a whole number */
    static int code(String value) {
        String narrow = Normalizer.normalize(value, Normalizer.Form.NFKC);
        return narrow.matches("\\d{1,4}(\\.0+)?") ? (int) Double.parseDouble(narrow) : -1;
    }
}
