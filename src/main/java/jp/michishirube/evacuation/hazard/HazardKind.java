package jp.michishirube.evacuation.hazard;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/** The eight kinds of disaster for which an evacuation site is designated one by one (災害対策基本法49条の4, 施行令20条の4). */
@NamedInterface("flight")
public enum HazardKind {
    FLOOD("flood", "洪水"),
    LANDSLIDE("landslide", "崖崩れ、土石流及び地滑り"),
    STORM_SURGE("stormSurge", "高潮"),
    EARTHQUAKE("earthquake", "地震"),
    TSUNAMI("tsunami", "津波"),
    LARGE_FIRE("fire", "大規模な火事"),
    INLAND_FLOOD("inlandFlood", "内水氾濫"),
    VOLCANO("volcano", "火山現象");

    private final String key;
    private final String lawName;

    HazardKind(String key, String lawName) {
        this.key = key;
        this.lawName = lawName;
    }

    /** The word that forms use for it in their rows of places. */
    public String key() {
        return key;
    }

    /** @param word a form's word ({@code flood}) or the constant's name */
    public static Optional<HazardKind> of(String word) {
        return Arrays.stream(values()).filter(h -> h.key.equals(word) || h.name().equals(word)).findFirst();
    }

    /** The name as the law and the national files write it. */
    public String lawName() {
        return lawName;
    }

    /** Key of the short name that pages show. */
    public String messageKey() {
        return "hazard." + name();
    }
}
