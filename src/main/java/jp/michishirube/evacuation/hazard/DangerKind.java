package jp.michishirube.evacuation.hazard;

/** 危険箇所: what is dangerous there, and how much a way should keep out of it. */
public enum DangerKind {
    /** 通行止め・通れない */
    CLOSED(0.005),
    /** 冠水しやすい（アンダーパスなど） */
    FLOODS(0.01),
    /** ふたのない側溝・用水路 */
    DITCH(0.05),
    /** 崩れやすい斜面・がけ */
    SLOPE(0.02),
    /** 倒れそうな塀・建物 */
    WALL(0.05),
    /** 狭い・段差・急な坂 */
    STEEP(0.1),
    /** 夜に暗い */
    DARK(0.3),
    /** 雪で通りにくい */
    SNOW(0.2),
    OTHER(0.1);

    private final double factor;

    DangerKind(double factor) {
        this.factor = factor;
    }

    public double factor() {
        return factor;
    }

    public String messageKey() {
        return "danger-kind." + name();
    }
}
