package jp.michishirube.evacuation.hazard;

/** What the class of an area on a hazard map measures: three maps of one river say three things, and none stands for another. */
public enum Measure {
    /** 浸水深: the national six classes, 1 (below 0.5 m) to 6 (20 m and more). */
    DEPTH,
    /** 浸水継続時間: how long the water stays, 1 (below 12 hours) to 7 (four weeks and more). */
    DURATION,
    /** 家屋倒壊等氾濫想定区域: the house itself may be swept away, so that an upper floor is no refuge. 1 flow, 2 bank erosion, 3 both. */
    COLLAPSE,
    /** 土砂災害警戒区域: 1 warning zone (yellow), 2 special warning zone (red). */
    ZONE,
    /** The map says where, and knows no classes. */
    EXTENT
}
