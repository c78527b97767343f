package jp.michishirube.evacuation.hazard;

import java.util.List;

/**
 * The class of one area as its map says it.
 *
 * @param hazard what the map's own keys say, or null where they name no kind of disaster
 * @param level  class within the measure, from 1; {@link #UNKNOWN} where the file's value is none that we know
 * @param label  as the map calls the class
 */
record HazardClass(HazardKind hazard, Measure measure, int level, String label) {

    /** A value that nobody here can read is told as such and never taken for the mildest class. */
    static final int UNKNOWN = 0;

    private static final List<String> DEPTHS = List.of("0.5m未満", "0.5〜3.0m", "3.0〜5.0m", "5.0〜10.0m", "10.0〜20.0m", "20.0m以上");
    private static final List<String> DURATIONS = List.of("12時間未満", "12時間〜1日", "1〜3日", "3日〜1週間", "1〜2週間", "2〜4週間", "4週間以上");
    private static final List<String> COLLAPSES = List.of("氾濫流", "河岸侵食", "氾濫流・河岸侵食");
    private static final List<String> ZONES = List.of("土砂災害警戒区域", "土砂災害特別警戒区域");

    static HazardClass of(HazardKind hazard, Measure measure, int code, String raw) {
        List<String> words = words(measure);
        return code >= 1 && code <= words.size() ? new HazardClass(hazard, measure, code, words.get(code - 1)) : unknown(hazard, measure, raw);
    }

    /** @param raw what stands in the file; empty where it says nothing */
    static HazardClass unknown(HazardKind hazard, Measure measure, String raw) {
        String what = switch (measure) {
            case DEPTH -> "深さの区分が不明";
            case DURATION -> "時間の区分が不明";
            case COLLAPSE -> "種類が不明";
            default -> "区分が不明";
        };
        String shown = raw.strip();
        return new HazardClass(hazard, measure, UNKNOWN, shown.isEmpty() ? what : what + "：" + shown.substring(0, Math.min(20, shown.length())));
    }

    private static List<String> words(Measure measure) {
        return switch (measure) {
            case DEPTH -> DEPTHS;
            case DURATION -> DURATIONS;
            case COLLAPSE -> COLLAPSES;
            case ZONE -> ZONES;
            case EXTENT -> List.of();
        };
    }
}
