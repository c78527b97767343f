package jp.michishirube.evacuation.road;

/** Length of a way on roads that not everybody can use, or not all year. */
public record Stretch(Kind kind, double metres) {

    public enum Kind {
        /** Steps, on a way for somebody who walks. */
        STEPS,
        /** Closed or not cleared in winter, as the road data say. */
        CLOSED_IN_WINTER;

        public String messageKey() {
            return "route.stretch." + name();
        }
    }
}
