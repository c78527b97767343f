package jp.michishirube.evacuation;

/** The eight kinds of disaster for which an evacuation site is designated one by one (災害対策基本法49条の4, 施行令20条の4). */
public enum HazardKind {
    FLOOD("洪水"),
    LANDSLIDE("崖崩れ、土石流及び地滑り"),
    STORM_SURGE("高潮"),
    EARTHQUAKE("地震"),
    TSUNAMI("津波"),
    LARGE_FIRE("大規模な火事"),
    INLAND_FLOOD("内水氾濫"),
    VOLCANO("火山現象");

    private final String lawName;

    HazardKind(String lawName) {
        this.lawName = lawName;
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
